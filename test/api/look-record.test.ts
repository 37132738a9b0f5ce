import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { Look } from "@/server/vocabulary/look-record";
import { callerOf, later, now, test } from "@/test/support/look-record-desk";
import { makeWorld, type World } from "@/test/support/make-world";

/** A privacy officer of the authority, who works for it alone. */
async function councilOfficer(world: World): Promise<PersonActor> {
  return { ...(await world.person("authority-manager", "Carys Council")), role: "privacy-officer" };
}

/** A clinic of the same trust looked too, and reported from its look. */
function ofTheCrew(looks: readonly Look[]): readonly Look[] {
  return looks.filter(({ who }) => who.role === "crew");
}

test("a look is told with who, where, why and what was answered, and with who was told and what they did", async ({
  world,
  service,
  full,
  officer,
}) => {
  await callerOf(service, full.duty).alert.acknowledge({ alertId: full.alertId });

  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.child.nhsNumber });

  expect(ofTheCrew(record.looks)).toMatchObject([
    {
      at: now,
      who: { name: "Test crew", role: "crew", organisation: world.trust.name, setting: "Ambulance" },
      mode: "unscheduled",
      reason: null,
      numberSource: "typed",
      isOnCall: true,
      answer: "held",
      alerts: [record.alerts[0]?.reference],
    },
  ]);
  expect(record.alerts).toMatchObject([{ authority: world.authority.name, raisedAt: now }]);
  expect(record.alerts[0]?.told).toContainEqual(
    expect.objectContaining({ name: "Test duty-social-worker", channel: "push", purpose: "alert" }),
  );
  expect(record.alerts[0]?.done).toContainEqual(
    expect.objectContaining({ kind: "acknowledged", name: "Test duty-social-worker", at: later }),
  );
  expect(record).toMatchObject({
    nhsNumber: full.child.nhsNumber,
    organisation: { name: world.trust.name },
    openedAt: later,
    openedBy: "Owen Test",
  });
});

test("a look that found nothing is in the record too, and says that nobody was told", async ({
  service,
  full,
  officer,
}) => {
  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.miss.nhsNumber });

  expect(record.looks).toMatchObject([{ answer: "none-held", alerts: [] }]);
  expect(record.alerts).toEqual([]);
});

test("opening is on record, and so is each file, with the digest of what was taken", async ({
  world,
  service,
  full,
  officer,
}) => {
  const caller = callerOf(service, officer);
  const { nhsNumber } = full.child;
  const first = await caller.looks.open({ nhsNumber });
  const file = await caller.looks.export({ sealed: first.sealed, form: "pdf" });
  const second = await caller.looks.open({ nhsNumber });

  expect(first.record.acts).toEqual([]);
  expect(second.record.acts).toMatchObject([
    { action: "looks:read", outcome: "done", who: { name: "Owen Test", role: "privacy-officer" } },
    { action: "looks:export", detail: expect.stringMatching(/^pdf, SHA-256 [0-9a-f]{64}$/) },
  ]);
  expect(file.fileName).toBe("who-looked.pdf");
  const rows = await world.sql("select action, nhs_number from audit where person_id = $1 order by id", [
    officer.personId,
  ]);
  expect(rows).toEqual(
    ["looks:read", "looks:export", "looks:read"].map((action) => ({ action, nhs_number: nhsNumber })),
  );
});

test("no name of a child and nothing that anybody wrote is in the record", async ({
  world,
  service,
  full,
  officer,
}) => {
  const duty = callerOf(service, full.duty);
  await duty.alert.acknowledge({ alertId: full.alertId });
  await duty.alert.close({
    alertId: full.alertId,
    outcome: "action-taken",
    detail: "Robin Example is with an aunt.",
  });

  const { record } = await callerOf(service, officer).looks.open({ nhsNumber: full.child.nhsNumber });

  expect(record.alerts[0]?.done.at(-1)).toMatchObject({
    kind: "closed",
    outcome: "action-taken",
    hasWords: true,
  });
  expect(JSON.stringify(record)).not.toMatch(/Robin|aunt/);
  expect(await world.sql("select 1 from subject where given_names = 'Robin'")).not.toEqual([]);
});

test("what others looked at is in nobody else's record, and the record says so", async ({
  database,
  service,
  full,
}) => {
  const other = await makeWorld(database, now);
  const stranger = await other.person("privacy-officer");

  const { record } = await callerOf(service, stranger).looks.open({ nhsNumber: full.child.nhsNumber });

  expect({ looks: record.looks, alerts: record.alerts, acts: record.acts }).toEqual({
    looks: [],
    alerts: [],
    acts: [],
  });
  expect(record.scope).toContain("Whether others looked as well is not in this record");
});

test("an authority's officer sees the looks that told the authority, and no other", async ({
  world,
  service,
  full,
}) => {
  const officer = callerOf(service, await councilOfficer(world));

  const told = await officer.looks.open({ nhsNumber: full.child.nhsNumber });
  const untold = await officer.looks.open({ nhsNumber: full.miss.nhsNumber });

  expect(ofTheCrew(told.record.looks)).toMatchObject([
    { who: { organisation: world.trust.name }, answer: "held" },
  ]);
  expect(told.record.scope).toContain(`about which ${world.authority.name} was alerted`);
  expect(untold.record.looks).toEqual([]);
});

test("the database gives a privacy officer no other organisation's looks, whatever is asked of it", async ({
  database,
  service,
  full,
}) => {
  const other = await makeWorld(database, now);
  const actor = await other.person("privacy-officer");
  const { nhsNumber } = full.child;

  const seen = await withWork(
    service.database,
    { actor, now },
    ({ tx }) =>
      tx.$queryRaw`select (select count(*)::int from lookup where nhs_number = ${nhsNumber}) as lookups,
      (select count(*)::int from audit where nhs_number = ${nhsNumber}) as audits,
      (select count(*)::int from attendance where nhs_number = ${nhsNumber}) as attendances,
      (select count(*)::int from alert where id = ${full.alertId}::uuid) as alerts,
      (select count(*)::int from notice where alert_id = ${full.alertId}::uuid) as notices`,
  );

  expect(seen).toEqual([{ lookups: 0, audits: 0, attendances: 0, alerts: 0, notices: 0 }]);
});

test("a number that fails its check is refused, and not repeated on record", async ({
  world,
  service,
  officer,
}) => {
  await expect(callerOf(service, officer).looks.open({ nhsNumber: "999 000 0019" })).rejects.toThrow(
    "This number fails its check",
  );

  const rows = await world.sql("select action, outcome, nhs_number from audit where person_id = $1", [
    officer.personId,
  ]);
  expect(rows).toEqual([{ action: "looks:read", outcome: "refused", nhs_number: null }]);
});
