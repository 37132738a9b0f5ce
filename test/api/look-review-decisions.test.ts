import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookReviewId } from "@/server/vocabulary/ids";
import type { ReviewDecision } from "@/server/vocabulary/look-review";
import { addLook, callerOf, now, test } from "@/test/support/look-review-desk";
import { makeNhsNumber } from "@/test/support/make-world";

for (const decision of ["proportionate", "not-proportionate"] as const) {
  test(`a look that was decided as ${decision} leaves the list, on record with reasons, note and name`, async ({
    world,
    service,
    crew,
    officer,
  }) => {
    const lookupId = await addLook(world, crew, { isOnCall: false });
    const caller = callerOf(service, officer);

    await caller.decide({ lookupId, decision, note: " Rang her manager. " });

    expect((await caller.list()).looks).toEqual([]);
    expect(
      await world.sql("select decision, note, reasons, decided_by_id, decided_at from look_review"),
    ).toContainEqual({
      decision,
      note: "Rang her manager.",
      reasons: ["no-call"],
      decided_by_id: officer.personId,
      decided_at: now,
    });
    expect(
      await world.sql(
        "select detail, concerns from audit where action = 'review:decide' and person_id = $1",
        [officer.personId],
      ),
    ).toEqual([{ detail: decision, concerns: lookupId }]);
    await expect(caller.decide({ lookupId, decision, note: "Again." })).rejects.toThrow(
      "This look is not on the list any more",
    );
  });
}

test("two officers decide at once: one is told that it is not on the list any more", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  const second = await world.person("privacy-officer", "Second Officer");
  const decide = (actor: PersonActor, decision: ReviewDecision) =>
    callerOf(service, actor).decide({ lookupId, decision, note: "Looked into it." });

  const outcomes = await Promise.allSettled([
    decide(officer, "proportionate"),
    decide(second, "not-proportionate"),
  ]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await world.sql("select 1 from look_review where lookup_id = $1", [lookupId])).toHaveLength(1);
});

test("a decision needs a line, and nobody decides on their own look", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  const own = await addLook(world, officer, { isOnCall: false });
  const caller = callerOf(service, officer);

  await expect(caller.decide({ lookupId, decision: "proportionate", note: "  " })).rejects.toThrow(
    "Write a line",
  );
  await expect(caller.decide({ lookupId: own, decision: "proportionate", note: "Fine." })).rejects.toThrow(
    "This look is your own",
  );
});

test("whoever is asked why sees the question, answers once, and the officer reads it and decides", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const nhsNumber = makeNhsNumber();
  const lookupId = await addLook(world, crew, { isOnCall: false, nhsNumber });
  const [asking, asked] = [callerOf(service, officer), callerOf(service, crew)];
  expect(await asked.own()).toEqual([]);

  await asking.decide({ lookupId, decision: "asked", note: "Which call was it?" });
  const questions = await asked.own();

  expect(questions).toMatchObject([
    { question: "Which call was it?", askedBy: "Owen Test", askedAt: now, at: now, setting: "Ambulance" },
  ]);
  expect(JSON.stringify(questions)).not.toContain(nhsNumber);
  expect((await asking.list()).looks).toMatchObject([
    { lookupId, asked: { note: "Which call was it?", answer: null } },
  ]);

  const reviewId = LookReviewId.parse(questions[0]?.reviewId);
  await asked.answer({ reviewId, answer: "A patient walked up to us." });
  await expect(asked.answer({ reviewId, answer: "Another story." })).rejects.toThrow("was answered already");
  expect(await asked.own()).toEqual([]);
  expect((await asking.list()).looks).toMatchObject([
    { asked: { answer: "A patient walked up to us.", answeredAt: now } },
  ]);

  await asking.decide({ lookupId, decision: "proportionate", note: "Good answer." });
  expect((await asking.list()).looks).toEqual([]);
});

test("nobody else reads or answers a question, and the database says the same", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  await callerOf(service, officer).decide({ lookupId, decision: "asked", note: "Why?" });
  const [question] = await callerOf(service, crew).own();
  const reviewId = LookReviewId.parse(question?.reviewId);
  const colleague = await world.person("crew", "Ben Example");

  expect(await callerOf(service, colleague).own()).toEqual([]);
  await expect(callerOf(service, colleague).answer({ reviewId, answer: "Me." })).rejects.toThrow("not yours");
  const [seen, changed] = await withWork(service.database, { actor: colleague, now }, async ({ tx }) => [
    await tx.$queryRaw`select id from look_review`,
    await tx.$executeRaw`update look_review set answer = 'Me.', answered_at = now()`,
  ]);
  expect({ seen, changed }).toEqual({ seen: [], changed: 0 });
  await expect(
    withWork(
      service.database,
      { actor: crew, now },
      ({ tx }) =>
        tx.$executeRaw`insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
        values (${lookupId}::uuid, ${crew.organisationId}::uuid, 'proportionate', 'Fine.', '{}', ${crew.personId}::uuid, ${now})`,
    ),
  ).rejects.toThrow("row-level security");
});
