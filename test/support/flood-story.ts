import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { storySettings } from "@/test/support/alert-story";
import { test as base } from "@/test/support/database";
import { startFakePushService, type FakePushService } from "@/test/support/fake-push-service";
import { makeDevice } from "@/test/support/make-device";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeWorkerProcesses } from "@/test/support/make-worker-processes";
import { makeShift } from "@/test/support/make-shift";
import { makeWorld, type World } from "@/test/support/make-world";
import { quietShift } from "@/test/support/no-reach-checks";

/** A worker that has nothing to do needs half of it. */
const heapMegabytes = 96;

/** One authority for each push service, with one person on duty and one phone. A worker lives by the real clock. */
export interface FloodStory {
  readonly hanging: readonly FakePushService[];
  readonly healthy: readonly FakePushService[];
  /**
   * Starts a worker that waits for a push service longer than any test may take: what leaves in time has waited for none.
   * It dies of more live objects than a small machine has room for.
   */
  readonly startWorker: () => Promise<ChildProcess>;
  readonly sql: World["sql"];
  /** So many alerts at each authority, committed at once. */
  raise(eachAuthority: number): Promise<void>;
  /** How many climbs and notices workers hold at this moment, and how many of them are sends to what hangs. */
  heldJobs(): Promise<{ readonly all: number; readonly hanging: number }>;
}

export const floodTest = base.extend<{ readonly flood: FloodStory }>({
  flood: async ({ freshDatabase }, use) => {
    const urls = await freshDatabase();
    const pushes = await Promise.all(Array.from({ length: 4 }, () => startFakePushService()));
    const service = makeJobService(urls.appUrl, floodSettings(pushes));
    const workers = await makeWorkerProcesses({
      environment: { ...floodSettings(pushes), DATABASE_URL: urls.appUrl },
      certificateAuthorityPem: pushes.map(({ certificateAuthorityPem }) => certificateAuthorityPem).join(""),
      heapMegabytes,
    });
    const worlds: World[] = [];
    for (const push of pushes)
      worlds.push(await makeDutyWorld(await makeWorld(urls, new Date()), service, push));
    const [world] = worlds;
    if (world === undefined) throw new Error("no authority was made");

    await use({
      hanging: pushes.slice(0, 2),
      healthy: pushes.slice(2),
      startWorker: workers.start,
      sql: (text, values) => world.sql(text, values),
      raise: async (eachAuthority) => {
        await Promise.all(worlds.map((one) => raiseAtOnce(one, eachAuthority)));
      },
      heldJobs: async () => {
        const [row] = await world.sql(
          `select count(*)::int as all, count(*) filter (where push_host = any ($1))::int as hanging
           from outbox where leased_until is not null and (job ? 'alertId' or job ? 'noticeId')`,
          [pushes.slice(0, 2).map(({ host }) => host)],
        );
        return { all: Number(row?.["all"]), hanging: Number(row?.["hanging"]) };
      },
    });
    await workers.end();
    await service.stop();
    await Promise.all(pushes.map((push) => push.stop()));
  },
});

function floodSettings(pushes: readonly FakePushService[]): Readonly<Record<string, string>> {
  return {
    ...pushes.map(storySettings).at(0),
    DATABASE_CONNECTIONS: "8",
    PUSH_HOSTS: pushes.map(({ host }) => host).join(","),
    PUSH_TIMEOUT_MILLISECONDS: "60000",
  };
}

async function makeDutyWorld(world: World, service: TestJobService, push: FakePushService): Promise<World> {
  const person = await world.person("duty-social-worker");
  const now = new Date();
  await makeShift(world, { personId: person.personId, ...quietShift() });
  await makeDevice(service, { push, person, now });
  return world;
}

/** Practice alerts: they go to real phones by the real ladder, and need no question. */
async function raiseAtOnce(world: World, count: number): Promise<void> {
  const { personId } = await world.person("authority-manager");
  await world.sql(
    `with raised as (
       insert into alert (reference, authority_id, raised_at, drilled_by_id)
       select $1 || place, $2, now(), $3 from generate_series(1, $4::int) place returning id
     ), happened as (
       insert into alert_event (alert_id, kind, person_id, happened_at) select id, 'raised', $3, now() from raised
     )
     insert into outbox (kind, job, unique_key, due_at)
     select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', id), 'climb:' || id, now() from raised`,
    [randomUUID().slice(0, 6), world.authority.id, personId, count],
  );
}
