import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { readActivity } from "@/server/domain/insight/read-activity";
import type { PersonActor } from "@/server/vocabulary/actor";
import { countFigures } from "@/test/support/count-figures";
import { makeAlert } from "@/test/support/make-alert";
import { test } from "@/test/support/service";
import type { World } from "@/test/support/make-world";

const madeAt = new Date("2026-11-19T09:00:00Z");

/** A care setting of a trust in this region. */
async function settingIn(world: World, region: string) {
  const [trust, setting] = [randomUUID(), randomUUID()];
  await world.sql(
    "insert into organisation (id, code, kind, name, region) values ($1, $2, 'health', $3, $4)",
    [trust, trust.slice(0, 8), `Trust of ${region}`, region],
  );
  await world.sql("insert into care_setting values ($1, $2, 'Department', 'emergency-department')", [
    setting,
    trust,
  ]);
  return { setting, trust };
}

/** A referral of four days ago, with the hours after which it was due and decided. */
async function refer(
  world: World,
  crew: PersonActor,
  { dueIn, decidedIn }: { readonly dueIn: number; readonly decidedIn: number | null },
): Promise<void> {
  const at = (hours: number) => new Date(madeAt.getTime() + hours * 3_600_000);
  await world.sql(
    `insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at,
       decided_at, decision, decided_by_id)
     values ($1, $2, $3, $4, gen_random_uuid(), 'A burn.', $5, $6, $7,
       case when $7::timestamptz is not null then 'assessment' end, case when $7::timestamptz is not null then $4::uuid end)`,
    [
      randomUUID(),
      world.authority.id,
      crew.organisationId,
      crew.personId,
      at(0),
      at(dueIn),
      decidedIn === null ? null : at(decidedIn),
    ],
  );
}

test("an authority sees by setting whether it was told from its own region, from elsewhere, or that it is not known", async ({
  world,
  service,
  now,
}) => {
  await world.sql("update organisation set region = 'North' where id = $1", [world.authority.id]);
  const settings = { own: await settingIn(world, "North"), elsewhere: await settingIn(world, "South") };
  const { nhsNumber } = await world.plan();
  const { lookupId } = await makeAlert(service, { crew: await world.person("crew"), nhsNumber, now });
  // The same look, as if it had been made there.
  for (const { setting, trust } of Object.values(settings)) {
    await world.sql(
      `with copied as (insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number,
           answer, asked_at, call_back_number)
         select person_id, gen_random_uuid(), $2, $3, role, mode, nhs_number, answer, asked_at, call_back_number
         from lookup where id = $1 returning id)
       insert into alert_event (alert_id, kind, lookup_id, happened_at)
       select alert.id, 'new-setting', copied.id, $4 from alert, copied where alert.lookup_id = $1`,
      [lookupId, trust, setting, now],
    );
  }
  await countFigures(service.database, now);

  const manager = await world.person("authority-manager");
  const read = await withWork(service.database, { actor: manager, now }, (work) =>
    readActivity(work, { days: 7 }),
  );

  expect(read.settings.map(({ id, place, lookups }) => ({ id, place, lookups }))).toEqual(
    expect.arrayContaining([
      { id: settings.own.setting, place: "own", lookups: 1 },
      { id: settings.elsewhere.setting, place: "elsewhere", lookups: 1 },
      { id: world.careSetting.id, place: "not-known", lookups: 1 },
    ]),
  );
  expect(read.settings).toHaveLength(3);
});

test("referrals are counted as decided in time, late or not yet, and missed appointments by kind", async ({
  world,
  service,
  now,
}) => {
  const crew = await world.person("crew");
  await refer(world, crew, { dueIn: 24, decidedIn: 23 });
  await refer(world, crew, { dueIn: 24, decidedIn: 24 });
  await refer(world, crew, { dueIn: 24, decidedIn: 25 });
  await refer(world, crew, { dueIn: 24, decidedIn: null });
  const { alertId, lookupId } = await makeAlert(service, {
    crew,
    nhsNumber: (await world.plan()).nhsNumber,
    now,
  });
  await world.sql(
    `insert into missed_appointment (alert_id, lookup_id, person_id, organisation_id, care_setting_id, appointment_kind,
       missed_at, follow_up, call_back_number, is_worried, reported_at)
     select $1, id, person_id, organisation_id, care_setting_id, 'dental', $3, 'nothing-yet', '01632 960111', false, $3
     from lookup where id = $2`,
    [alertId, lookupId, now],
  );
  await countFigures(service.database, now);

  for (const role of ["authority-manager", "health-manager", "operator"] as const) {
    const actor = await world.person(role);
    const { reports } = await withWork(service.database, { actor, now }, (work) =>
      readActivity(work, { days: 7 }),
    );
    expect(reports, role).toEqual([
      { kind: "missed", word: "dental", reports: 1 },
      { kind: "referral", word: "in-time", reports: 2 },
      { kind: "referral", word: "late", reports: 1 },
      { kind: "referral", word: "not-decided", reports: 1 },
    ]);
  }
});
