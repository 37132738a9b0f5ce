import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { connectDatabase } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { readOwnPractice } from "@/server/domain/practice/read-own-practice";
import { recordPractice } from "@/server/domain/practice/record-practice";
import type { PersonActor } from "@/server/vocabulary/actor";
import { PracticeRunId } from "@/server/vocabulary/ids";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { practiceChildren } from "@/server/vocabulary/practice-child";
import { practiceSteps, type PracticeStep } from "@/server/vocabulary/practice-step";
import { makeWorld } from "@/test/support/make-world";
import { now, test } from "@/test/support/use-cases";
import { runSql } from "@/server/demo/postgres-databases";

const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const newRun = () => PracticeRunId.parse(randomUUID());
const records =
  (runId: PracticeRunId, ...steps: PracticeStep[]) =>
  (work: Work) =>
    recordPractice(work, { runId, steps });

test("steps are kept from when they were first done, and the last one says that the person has practised", async ({
  crew,
  does,
}) => {
  const runId = newRun();
  await does(crew, records(runId, "typed", "held-seen"));
  await does(crew, records(runId, "typed", "alert-followed", "none-held-seen"), at(2));

  expect(await does(crew, readOwnPractice, at(3))).toEqual({
    current: { runId, steps: ["typed", "held-seen", "alert-followed", "none-held-seen"], finishedAt: null },
    practisedAt: null,
  });
  const last = await does(crew, records(runId, "could-not-check-seen"), at(4));
  const again = await does(crew, records(runId, "could-not-check-seen", "scanned"), at(9));

  expect([last.finishedAt, again.finishedAt]).toEqual([at(4), at(4)]);
  expect(await does(crew, readOwnPractice, at(10))).toEqual({ current: null, practisedAt: at(4) });
});

test("a run is on record with person, organisation, setting and role, and its beginning and end are audited", async ({
  crew,
  world,
  does,
}) => {
  const runId = newRun();
  await does(crew, records(runId, "typed"));
  await Promise.all([
    does(crew, records(runId, ...practiceSteps), at(1)),
    does(crew, records(runId, ...practiceSteps), at(1)),
  ]);

  expect(
    await world.sql(
      "select person_id, organisation_id, care_setting_id, role, started_at, typed_at, scanned_at from practice_run where id = $1",
      [runId],
    ),
  ).toEqual([
    {
      person_id: crew.personId,
      organisation_id: world.trust.id,
      care_setting_id: world.careSetting.id,
      role: "crew",
      started_at: now,
      typed_at: now,
      scanned_at: at(1),
    },
  ]);
  const audit =
    "select action, outcome, detail, nhs_number from audit where concerns = $1 order by happened_at";
  expect(await world.sql(audit, [runId])).toEqual([
    { action: "practice:run", outcome: "done", detail: "begun", nhs_number: null },
    { action: "practice:run", outcome: "done", detail: "finished", nhs_number: null },
  ]);
});

test("a run is its person's: a colleague can neither go on with it nor read it, their health manager counts it", async ({
  crew,
  world,
  does,
}) => {
  const runId = newRun();
  const colleague = await world.person("crew");
  await does(crew, records(runId, ...practiceSteps));
  const seenBy = (who: PersonActor) => does(who, ({ tx }) => tx.practiceRun.count({ where: { id: runId } }));

  await expect(does(colleague, records(runId, "typed"))).rejects.toMatchObject({ kind: "not-found" });
  expect(await does(colleague, readOwnPractice)).toEqual({ current: null, practisedAt: null });
  expect(await seenBy(colleague)).toBe(0);
  expect(await seenBy(await world.person("duty-social-worker"))).toBe(0);
  expect(await seenBy(await world.person("health-manager"))).toBe(1);
});

test("a health manager of another organisation does not see who practised", async ({
  database,
  crew,
  does,
}) => {
  const runId = newRun();
  await does(crew, records(runId, "typed"));
  const stranger = await (await makeWorld(database, now)).person("health-manager");

  expect(await does(stranger, ({ tx }) => tx.practiceRun.count({ where: { id: runId } }))).toBe(0);
});

test("a run that was begun twelve hours ago is not gone on with", async ({ crew, does }) => {
  await does(crew, records(newRun(), "typed"));

  expect((await does(crew, readOwnPractice, at(719))).current).not.toBeNull();
  expect((await does(crew, readOwnPractice, at(720))).current).toBeNull();
});

test("a clinician who checks silently has practised without following an alert", async ({ world, does }) => {
  const clinician = await world.person("scheduled-clinician");
  const run = records(newRun(), "scanned", "held-seen", "none-held-seen", "could-not-check-seen");

  expect((await does(clinician, run)).finishedAt).toEqual(now);
});

test("whoever has chosen no setting is asked to do so first", async ({ crew, does }) => {
  const homeless = { ...crew, careSettingId: undefined, careSettingName: undefined };

  await expect(does(homeless, records(newRun(), "typed"))).rejects.toMatchObject({ kind: "conflict" });
});

test("the database takes no run as finished of which a needed step is missing", async ({
  crew,
  world,
  does,
}) => {
  const runId = newRun();
  await does(crew, records(runId, "typed", "held-seen", "none-held-seen"));

  const early = world.sql("update practice_run set finished_at = started_at where id = $1", [runId]);

  await expect(early).rejects.toThrow("practice_run_check");
});

test("who practised and when they began cannot be changed by the running service", async ({
  service,
  crew,
  does,
}) => {
  await does(crew, records(newRun(), "typed"));

  for (const column of ["person_id", "organisation_id", "care_setting_id", "role", "started_at"]) {
    const change = service.$executeRawUnsafe(`update practice_run set ${column} = ${column}`);
    await expect(change, column).rejects.toThrow("permission denied");
  }
});

// A database of its own: others write at the same time.
test("practising adds rows of practice and audit, and to no other table of the database", async ({
  freshDatabase,
}) => {
  const own = await freshDatabase();
  const world = await makeWorld(own, now);
  const crew = await world.person("crew");
  const service = connectDatabase({ url: own.appUrl, connections: 2 });
  const before = await countRows(own.ownerUrl);

  const runId = newRun();
  for (const step of practiceSteps) {
    await withWork(service, { actor: crew, now }, (work) => recordPractice(work, { runId, steps: [step] }));
  }
  await withWork(service, { actor: crew, now }, readOwnPractice);
  await service.$disconnect();

  const after = await countRows(own.ownerUrl);
  const grown = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(["lookup", "alert", "alert_event", "outbox", "notice"]),
  );
  expect(grown.toSorted()).toEqual(["audit", "practice_run"]);
});

for (const { nhsNumber, sentence } of practiceChildren) {
  test(`a practice number in a real check is refused and asks about nobody: ${sentence}`, async ({
    crew,
    world,
    does,
  }) => {
    const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
    const settings = {
      mode: "unscheduled",
      LOOKUPS_PER_MINUTE: 3,
      CARD_CLEARS_AFTER_MINUTES: 30,
      ENDED_PLAN_VISIBLE_DAYS: 365,
      UNBORN_PLAN_VISIBLE_DAYS: 28,
    } as const;

    const check = does(crew, (work) => lookUpChild(work, request, settings));

    await expect(check).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringMatching(/^This is a practice number/),
    });
    expect(await world.sql("select 1 from lookup where nhs_number = $1", [nhsNumber])).toEqual([]);
  });
}

async function countRows(ownerUrl: string): Promise<Readonly<Record<string, number>>> {
  const rows = await runSql(
    ownerUrl,
    `select relname::text as name,
       (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text::int as rows
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  return Object.fromEntries(
    z
      .array(z.object({ name: z.string(), rows: z.number() }))
      .parse(rows)
      .map(({ name, rows: count }) => [name, count]),
  );
}
