import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { answerBirthQuestion, type BirthAnswer } from "@/server/domain/register/births/answer-birth-question";
import { listBirthQuestions } from "@/server/domain/register/births/list-birth-questions";
import { showUndo, undoList } from "@/server/domain/register/delivery/undo-list";
import type { FeedId } from "@/server/vocabulary/ids";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { feedNow, test as base, type FeedCells } from "@/test/support/make-feed";
import { makeNhsNumber } from "@/test/support/make-world";

const [mother, child] = [makeNhsNumber(), makeNhsNumber()];
const unborn: FeedCells = {
  nhs_number: mother,
  family_name: "Sample",
  given_names: "Jo",
  date_of_birth: "1998-07-14",
  plan_type: "UCPP",
  start_date: "2026-09-01",
  due_date: "2026-11-25",
};
const bornPlan = { ...unborn, end_date: "2026-11-20" };
const childsPlan: FeedCells = {
  nhs_number: child,
  family_name: "Sample",
  given_names: "Baby",
  date_of_birth: "2026-11-20",
  local_id: "case-2",
  plan_type: "CPP",
  start_date: "2026-11-20",
};

const heldAs = (state: string) => ({ answer: "held", entries: [{ plans: [{ state }] }] });
const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 30,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;

interface Given {
  readonly asOfficer: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
  readonly answers: (answer: BirthAnswer) => Promise<void>;
  /** Ends of the plans whose births the officer is asked about. */
  readonly asked: () => Promise<string[]>;
  readonly undoes: (feedId: FeedId) => Promise<void>;
  /** What a crew is shown of this mother. */
  readonly card: (nhsNumber: string) => Promise<unknown>;
}

const test = base.extend<Given>({
  asOfficer: async ({ pool, world }, use) =>
    use((useCase) => withWork(pool, { actor: world.officer, now: feedNow }, useCase)),
  answers: async ({ asOfficer }, use) =>
    use(async (answer) => {
      const [question] = await asOfficer(listBirthQuestions);
      await asOfficer((work) => answerBirthQuestion(work, { planId: question?.planId ?? "", answer }));
    }),
  asked: async ({ asOfficer }, use) =>
    use(async () => (await asOfficer(listBirthQuestions)).map(({ endOn }) => endOn)),
  undoes: async ({ asOfficer }, use) =>
    use((feedId) =>
      asOfficer(async (work) => {
        const { version } = await showUndo(work, feedId);
        await undoList(work, { feedId, version });
      }),
    ),
  card: async ({ pool, world }, use) => {
    const crew = await world.person("crew");
    await use((nhsNumber) => {
      const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
      return withWork(pool, { actor: crew, now: feedNow }, (work) => lookUpChild(work, request, settings));
    });
  },
});

test("an unborn child's plan that ends about the due date raises the question which number the child has", async ({
  world,
  asOfficer,
}) => {
  await world.sends(1, [unborn]);
  expect(await asOfficer(listBirthQuestions)).toEqual([]);

  await world.sends(2, [bornPlan]);
  expect(await asOfficer(listBirthQuestions)).toMatchObject([
    { nhsNumber: mother, givenNames: "Jo", endOn: "2026-11-20", askedAt: feedNow },
  ]);
});

test("a plan that ends long before a child could live raises none", async ({ world, asOfficer }) => {
  const early = { ...unborn, due_date: "2027-05-01" };
  await world.sends(1, [early]);
  await world.sends(2, [{ ...early, end_date: "2026-11-20" }]);

  expect(await asOfficer(listBirthQuestions)).toEqual([]);
});

test("a number closes the question only when the register holds the child's plan under it", async ({
  world,
  asOfficer,
  answers,
}) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan]);
  const given = { kind: "number-given", childNhsNumber: child } as const;

  await expect(answers(given)).rejects.toMatchObject({ kind: "invalid" });
  expect(await asOfficer(listBirthQuestions)).toHaveLength(1);

  await world.sends(3, [bornPlan, childsPlan]);
  await answers(given);
  expect(await asOfficer(listBirthQuestions)).toEqual([]);
});

test("the mother's number is no answer", async ({ world, answers }) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan]);

  const given = { kind: "number-given", childNhsNumber: mother } as const;
  await expect(answers(given)).rejects.toMatchObject({ kind: "invalid" });
});

for (const kind of ["not-born", "no-plan"] as const) {
  test(`the answer ${kind} closes the question`, async ({ world, asOfficer, answers }) => {
    await world.sends(1, [unborn]);
    await world.sends(2, [bornPlan]);

    await answers({ kind });

    expect(await asOfficer(listBirthQuestions)).toEqual([]);
  });
}

test("until the number comes a lookup of the mother says that a child was born, and raises an alert", async ({
  world,
  card,
  answers,
}) => {
  const nhsNumber = makeNhsNumber();
  await world.sends(1, [{ ...unborn, nhs_number: nhsNumber }]);
  await world.sends(2, [{ ...bornPlan, nhs_number: nhsNumber }]);

  expect(await card(nhsNumber)).toMatchObject(heldAs("born"));
  await answers({ kind: "no-plan" });
  expect(await card(nhsNumber)).toMatchObject(heldAs("ended"));
});

test("an end that was taken back and comes again is asked about anew, and the card says that a child was born", async ({
  world,
  card,
  asked,
  answers,
}) => {
  const plan = { ...unborn, nhs_number: makeNhsNumber() };
  await world.sends(1, [plan]);
  await world.sends(2, [{ ...plan, end_date: "2026-11-02" }]);
  await answers({ kind: "not-born" });
  await world.sends(3, [plan]);
  expect(await asked()).toEqual([]);

  await world.sends(4, [{ ...plan, end_date: "2026-11-20" }]);

  expect(await asked()).toEqual(["2026-11-20"]);
  expect(await card(plan.nhs_number)).toMatchObject(heldAs("born"));
});

test("an end that is undone and comes again is asked anew", async ({ world, asked, answers, undoes }) => {
  await world.sends(1, [unborn]);
  const wrong = await world.reportOf(2, [bornPlan]);
  await answers({ kind: "not-born" });
  await undoes(wrong.feedId);

  await world.sends(3, [bornPlan]);

  expect(await asked()).toEqual(["2026-11-20"]);
});

test("an end date put right to a day about the due date raises the question", async ({ world, asked }) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [{ ...unborn, end_date: "2027-11-20" }]);
  expect(await asked()).toEqual([]);

  await world.sends(3, [bornPlan]);

  expect(await asked()).toEqual(["2026-11-20"]);
});

test("that no child was born is not taken for another end date, and stands while the same end is repeated", async ({
  world,
  asked,
  answers,
}) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [{ ...unborn, end_date: "2026-11-02" }]);
  await answers({ kind: "not-born" });
  await world.sends(3, [{ ...unborn, end_date: "2026-11-02", local_id: "case-9" }]);
  expect(await asked()).toEqual([]);

  await world.sends(4, [bornPlan]);

  expect(await asked()).toEqual(["2026-11-20"]);
});

test("a known child stays known when the end is put right", async ({ world, asked, answers }) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan, childsPlan]);
  await answers({ kind: "number-given", childNhsNumber: child });

  await world.sends(3, [{ ...unborn, end_date: "2026-11-21" }, childsPlan]);

  expect(await asked()).toEqual([]);
  const rows = await world.sql("select child_nhs_number from birth_question where authority_id = $1", [
    world.authority.id,
  ]);
  expect(rows).toEqual([{ child_nhs_number: child }]);
});

test("what was answered about an end that an undo changes back is asked about anew", async ({
  world,
  asked,
  answers,
  undoes,
}) => {
  await world.sends(1, [unborn]);
  await world.sends(2, [bornPlan]);
  const wrong = await world.reportOf(3, [{ ...unborn, end_date: "2026-11-02" }]);
  await answers({ kind: "not-born" });

  await undoes(wrong.feedId);

  expect(await asked()).toEqual(["2026-11-20"]);
});

test("a plan that comes ended is asked about, unless it was due long ago", async ({
  world,
  asked,
  undoes,
}) => {
  const history = { ...unborn, start_date: "2025-09-01", due_date: "2025-11-25", end_date: "2025-11-20" };

  await world.sends(1, [history, bornPlan]);
  const renumbered = await world.reportOf(2, [{ ...history, local_id: "case-9" }, bornPlan]);
  await undoes(renumbered.feedId);

  expect(await asked()).toEqual(["2026-11-20"]);
});
