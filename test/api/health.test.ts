import { expect } from "@playwright/test";
import { answerDirectory } from "@/server/api/directory";
import { answerHealth } from "@/server/api/health";
import { answerMetrics } from "@/server/api/metrics";
import { test as base } from "@/test/support/database";
import { makePast } from "@/test/support/make-past";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly own: { ownerUrl: string; appUrl: string };
  readonly world: World;
  readonly service: TestService;
}

const test = base.extend<Given>({
  own: async ({ freshDatabase }, use) => use(await freshDatabase()),
  world: async ({ own }, use) => use(await makeWorld(own, now)),
  service: async ({ own }, use) => {
    const service = makeService(own.appUrl);
    await use(service);
    await service.stop();
  },
});

test("health is 200 while the database answers and a worker beats", async ({ world, service }) => {
  await beat(world, 15);

  const response = await answerHealth(service, now);

  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    database: "ok",
    worker: "ok",
    register: { authorities: 1, staleLists: 0, staleShare: 0 },
    build: expect.any(String),
  });
});

test("health is 503 when no worker has beaten for more than 15 seconds", async ({ world, service }) => {
  await beat(world, 16);

  const response = await answerHealth(service, now);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "degraded", database: "ok", worker: "silent" });
});

test("health is 503 when no worker has ever beaten", async ({ world, service }) => {
  const response = await answerHealth(service, now);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "degraded", worker: "silent" });
  expect(await world.sql("select name from worker_heartbeat")).toEqual([]);
});

test("health is 503 when the database is gone", async ({ own }) => {
  const gone = makeService(own.appUrl.replace(/:\d+\//, ":1/"));

  const response = await answerHealth(gone, now);
  const metrics = await answerMetrics(gone, now);
  await gone.stop();

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: "down",
    database: "down",
    worker: "unknown",
    register: null,
  });
  expect(metrics.status).toBe(200);
  expect(await metrics.text()).toContain("lantern_database_up 0");
});

test("old lists are told, but are no reason to fail", async ({ world, own, service }) => {
  await beat(world, 1);
  await makeWorld(own, new Date("2026-11-21T21:13:59Z"));

  const response = await answerHealth(service, now);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    register: { authorities: 2, staleLists: 1, staleShare: 0.5 },
  });
});

test("metrics count the last day, and name nobody", async ({ world, own, service }) => {
  await beat(world, 4);
  const from = new Date(now.getTime() - 24 * 3_600_000);
  const past = await makePast({
    seed: 7,
    worlds: [world, await makeWorld(own, now)],
    from,
    to: now,
    count: 120,
  });
  await makePast({ seed: 8, worlds: [await makeWorld(own, now)], from: new Date(0), to: from, count: 20 });
  await addJobs(world);

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

test("metrics count pushes by push service and its answer", async ({ world, service }) => {
  const [alert] = (await makePast({ seed: 3, worlds: [world], from: new Date(0), to: now, count: 20 }))
    .alerts;
  await addPushes(world, String(alert?.id));

  const text = await (await answerMetrics(service, now)).text();

  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="accepted"} 2\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="gone"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="later"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="refused"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="unreachable"} 1\n');
  expect(text).toContain('lantern_pushes_last_day{host="push.example",answer="waiting"} 1\n');
});

test("the directory is public, says its hours in words, and is not sent again unchanged", async ({
  world,
  service,
}) => {
  const request = new Request("http://localhost/api/directory");
  const response = await answerDirectory(service, request, now);

  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(await response.json()).toEqual({
    asAt: now.toISOString(),
    authorities: [
      {
        gssCode: world.authority.code,
        name: world.authority.name,
        region: "",
        officeNumber: "01632 960100",
        officeHours: "Monday to Thursday 9am to 5pm, Friday to 4:30pm",
        emergencyNumber: "01632 960200",
      },
    ],
  });

  const etag = String(response.headers.get("etag"));
  const again = new Request(request, { headers: { "If-None-Match": `W/${etag}` } });
  expect((await answerDirectory(service, again, new Date("2026-11-23T22:00:00Z"))).status).toBe(304);

  await world.sql("update authority_contact set office_number = '01632 960101'");
  expect((await answerDirectory(service, again, now)).status).toBe(200);
});

async function beat(world: World, secondsAgo: number): Promise<void> {
  await world.sql("insert into worker_heartbeat values ('worker-1', $1), ('worker-0', $2)", [
    new Date(now.getTime() - secondsAgo * 1_000),
    new Date(now.getTime() - 3_600_000),
  ]);
}

async function addJobs(world: World): Promise<void> {
  await world.sql(
    `insert into outbox (kind, job, due_at, gave_up_at) values
       ('climb-alert', '{}', $1::timestamptz - interval '90 seconds', null),
       ('climb-alert', '{}', $1::timestamptz + interval '5 minutes', null),
       ('send-push', '{}', $1::timestamptz - interval '1 day', $1)`,
    [now],
  );
}

async function addPushes(world: World, alertId: string): Promise<void> {
  const { personId, organisationId } = await world.person("duty-social-worker");
  await world.sql(
    `with phone as (
       insert into device (person_id, organisation_id, endpoint_digest, sealed_subscription, push_host, added_at)
       values ($1, $2, repeat('0', 64), '', 'push.example', $4) returning id)
     insert into push_attempt (alert_id, round, device_id, person_id, queued_at, accepted_at, last_answer,
       last_status_code)
     select $3, round, phone.id, $1, $4, accepted_at, answer, status_code from phone, (values
       (1, $4::timestamptz, 'accepted', 201), (2, $4, 'accepted', 201), (3, null, 'gone', 410), (4, null, 'later', 503),
       (5, null, 'refused', 400), (6, null, 'unreachable', null), (7, null, null, null)
     ) as push (round, accepted_at, answer, status_code)`,
    [personId, organisationId, alertId, now],
  );
}
