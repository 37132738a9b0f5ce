import { expect } from "@playwright/test";
import { answerMetrics } from "@/server/api/metrics";
import { withWork } from "@/server/db/work";
import { countCaseSystems } from "@/server/domain/webhook/count-case-systems";
import { makeHeartbeat } from "@/test/support/make-heartbeat";
import { makePast } from "@/test/support/make-past";
import { makeProof } from "@/test/support/make-proof";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

test("metrics count the last day, and name nobody", async ({ now, world, own, service }) => {
  await makeHeartbeat(world, now, 4);
  const from = new Date(now.getTime() - 24 * 3_600_000);
  const past = await makePast({
    seed: 7,
    worlds: [world, await makeWorld(own, now)],
    from,
    to: now,
    count: 120,
  });
  await makePast({ seed: 8, worlds: [await makeWorld(own, now)], from: new Date(0), to: from, count: 20 });
  await addJobs(world, now);

  const text = await (await answerMetrics(service, now)).text();

  for (const answer of ["held", "none-held", "could-not-check"]) {
    const count = past.lookups.filter((lookup) => lookup.answer === answer).length;
    expect(text).toContain(`lantern_lookups_last_day{answer="${answer}"} ${count}\n`);
  }
  const taken = past.alerts.filter(({ takenAt }) => takenAt).length;
  expect(text).toContain(`lantern_alerts_last_day{stage="taken"} ${taken}\n`);
  expect(text).toContain("lantern_outbox_waiting 2\n");
  expect(text).toContain("lantern_outbox_oldest_seconds 90\n");
  expect(text).toContain("lantern_outbox_gave_up 1\n");
  expect(text).toContain("lantern_worker_beat_age_seconds 4\n");
  expect(text).toContain("lantern_database_up 1\n");
  expect(text).toContain("process_cpu_seconds_total");
  expect(text).not.toMatch(/Secret|Example|Robin|\b999\d{7}\b/);
});

test("metrics count the case systems of all authorities that fail or are off, and name none", async ({
  now,
  world,
  own,
  service,
}) => {
  for (const one of [world, await makeWorld(own, now)]) {
    const { personId } = await one.person("authority-manager");
    await one.sql(
      `insert into webhook (authority_id, address, host, state, made_by_id, made_at, off_at, sealed_secret, last_number)
       select $1, 'https://case.example/' || place, 'case.example', state, $2, $3,
         case state when 'off' then $3::timestamptz end, '', 0
       from unnest(array['active', 'error', 'error', 'off']) with ordinality as one (state, place)`,
      [one.authority.id, personId, now],
    );
  }
  const text = await (await answerMetrics(service, now)).text();
  for (const line of ['{state="requested"} 0', '{state="active"} 2', '{state="error"} 4', '{state="off"} 2'])
    expect(text).toContain(`lantern_case_systems${line}\n`);
  expect(text).not.toContain("case.example");

  const crew = await world.person("crew");
  const counted = await withWork(service.database, { actor: crew, now }, countCaseSystems);
  expect(counted).toEqual({ requested: 0, active: 0, error: 0, off: 0 });
});

for (const [secondsAgo, silent] of [
  [180, 0],
  [181, 1],
] as const) {
  test(`metrics tell that a delivery was last proven ${secondsAgo} seconds ago, and alarm: ${silent}`, async ({
    now,
    world,
    service,
  }) => {
    await makeProof(world, now, secondsAgo);

    const text = await (await answerMetrics(service, now)).text();

    expect(text).toContain(`lantern_delivery_proof_age_seconds ${secondsAgo}\n`);
    expect(text).toContain(`lantern_delivery_silent ${silent}\n`);
  });
}

test("metrics alarm where no delivery was ever proven", async ({ now, world, service }) => {
  await makeHeartbeat(world, now, 1);

  const text = await (await answerMetrics(service, now)).text();

  expect(text).toContain("lantern_delivery_proof_age_seconds +Inf\n");
  expect(text).toContain("lantern_delivery_silent 1\n");
});

test("metrics count pushes by push service and its answer", async ({ now, world, service }) => {
  const [alert] = (await makePast({ seed: 3, worlds: [world], from: new Date(0), to: now, count: 20 }))
    .alerts;
  await addPushes(world, now, String(alert?.id));

  const text = await (await answerMetrics(service, now)).text();

  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="accepted"} 2\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="gone"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="later"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="refused"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="unreachable"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="waiting"} 1\n');
});

async function addJobs(world: World, now: Date): Promise<void> {
  await world.sql(
    `insert into outbox (kind, job, due_at, gave_up_at) values
       ('climb-alert', '{}', $1::timestamptz - interval '90 seconds', null),
       ('climb-alert', '{}', $1::timestamptz + interval '5 minutes', null),
       ('send-notice', '{}', $1::timestamptz - interval '1 day', $1)`,
    [now],
  );
}

async function addPushes(world: World, now: Date, alertId: string): Promise<void> {
  const { personId, organisationId } = await world.person("duty-social-worker");
  await world.sql(
    `with phone as (
       insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at)
       values ($1, $2, repeat('0', 64), '', 'push.example', $4) returning id)
     insert into notice (alert_id, round, device_id, person_id, queued_at, ends_at, accepted_at, last_answer,
       last_status_code)
     select $3, round, phone.id, $1, $4, $4, accepted_at, answer, status_code from phone, (values
       (1, $4::timestamptz, 'accepted', 201), (2, $4, 'accepted', 201), (3, null, 'gone', 410), (4, null, 'later', 503),
       (5, null, 'refused', 400), (6, null, 'unreachable', null), (7, null, null, null)
     ) as push (round, accepted_at, answer, status_code)`,
    [personId, organisationId, alertId, now],
  );
}
