import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import { withWork, type Work } from "@/server/db/work";
import { markAllDays } from "@/server/domain/counting/mark-all-days";
import { removeOld } from "@/server/domain/retention/remove-old";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { timetable } from "@/server/jobs/timetable";
import { systemActor } from "@/server/vocabulary/actor";
import { countFigures } from "@/test/support/count-figures";
import { countedTables } from "@/test/support/counted-tables";
import { migratedDatabase } from "@/test/support/database-server";
import { makePast } from "@/test/support/make-past";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { oldThings, type OldThing } from "@/test/support/old-things";
import { test as base } from "@/test/support/database";

/** Long before any clock that these tests run under. */
export const nightNow = new Date("2024-03-12T02:30:00Z");
const dayMilliseconds = 86_400_000;
const factDays = 2192;

type Rows = Record<string, unknown>[];

/** A database full of old things, the night that went over it, and what was seen on the way. */
export interface OldNight {
  readonly urls: DatabaseUrls;
  readonly jobs: TestJobService;
  readonly world: World;
  readonly figures: {
    readonly before: Rows;
    readonly after: Rows;
    readonly rebuilt: Rows;
    readonly later: Rows;
  };
  /** Of the random past: look-ups that there were, are, and days of which figures are closed. */
  readonly past: { readonly before: number; readonly after: number };
  /** Marks of closed days that were waiting when the night was to begin. */
  readonly begunWhileUncounted: boolean;
  /** Rows that were gone after a step whose transaction was broken off. */
  readonly goneByBrokenStep: number;
  readonly audited: Rows;
  readonly state: Rows;
  readonly secondNight: { readonly done: number; readonly removedAgain: Rows; readonly left: Rows };
  readonly isLeft: (thing: OldThing) => Promise<boolean>;
}

export const test = base.extend<object, { night: OldNight }>({
  night: [
    async ({}, use) => {
      const urls = await migratedDatabase();
      const world = await makeWorld(urls, nightNow);
      const jobs = makeJobService(urls.appUrl);
      const night = await goThrough(urls, world, jobs);
      await use(night);
      await jobs.stop();
      await urls.drop();
    },
    { scope: "worker" },
  ],
});

async function goThrough(urls: DatabaseUrls, world: World, jobs: TestJobService): Promise<OldNight> {
  await writeThings(world);
  await writePast(urls, world);
  const begunWhileUncounted = await step(jobs, nightNow, 5).then(() => hasBegun(world));
  await countFigures(jobs.database, nightNow);
  const before = await figuresOf(world);
  const pastBefore = await countPast(world);

  const goneByBrokenStep = await breakAStep(jobs, world);
  // Small steps, and another process after ten of them.
  for (let count = 0; count < 10; count += 1) await step(jobs, nightNow, 5);
  const successor = makeJobService(urls.appUrl);
  while (!(await step(successor, nightNow, 50)).isDone);
  await successor.stop();
  const after = await figuresOf(world);
  const audited = await world.sql(
    "select actor_name, outcome, detail from audit where action = 'retention:remove' order by id",
  );
  const state = await world.sql(
    "select name, removed, done_at, facts_since::text from retention order by place",
  );

  return {
    urls,
    jobs,
    world,
    begunWhileUncounted,
    goneByBrokenStep,
    audited,
    state,
    past: { before: pastBefore, after: await countPast(world) },
    figures: { before, after, rebuilt: await rebuild(jobs, world), later: await changeLater(jobs, world) },
    secondNight: await goThroughAgain(jobs, world),
    isLeft: async ({ table, key, id }) =>
      (await world.sql(`select from ${table} where ${key}::text = $1`, [id])).length > 0,
  };
}

async function writeThings(world: World): Promise<void> {
  await world.person("crew");
  const statements = [
    `insert into feed (authority_id, sequence, digest, received_at, received_by, state, notes)
     select id, 0, repeat('0', 64), '2010-01-01', 'door', 'replaced', '{bottom}' from organisation where kind = 'authority'`,
    `insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at, hint)
     select id, '${world.trust.id}', repeat('1', 64), 'sealed', 'host', '2010-01-01', 'in use' from person`,
    ...oldThings.flatMap(({ days, sql }) => {
      const at = new Date(nightNow.getTime() - days * dayMilliseconds).toISOString();
      return sql.map((statement) => statement.replaceAll("$1", `'${at}'::timestamptz`));
    }),
    // A phone that was retired, and is named by a notice that is younger.
    `with gone as (insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at,
         hint, retired_at, retired_by)
       select id, '${world.trust.id}', repeat('2', 64), 'sealed', 'host', '2010-01-01', 'last digits 960', '2023-01-01', 'removed'
       from person returning id, person_id)
     insert into notice (purpose, round, device_id, person_id, queued_at, ends_at)
     select 'test', 0, id, person_id, '2023-12-31', '2023-12-31' from gone`,
    // Figures of eleven years ago, and of nine.
    `insert into report_day select day::date, 'missed', 'dental', '${world.authority.id}', '${world.trust.id}', 7
     from unnest(array['2013-03-01', '2015-03-01']) day`,
  ];
  await world.sql(statements.join(";\n"));
}

/** Random, on both sides of the day from which facts are kept; of children whose plans ended long ago. */
async function writePast(urls: DatabaseUrls, world: World): Promise<void> {
  const worlds = [await makeWorld(urls, nightNow), await makeWorld(urls, nightNow)];
  const edge = nightNow.getTime() - factDays * dayMilliseconds;
  await makePast({
    seed: 11,
    worlds,
    from: new Date(edge - 10 * dayMilliseconds),
    to: new Date(edge + 10 * dayMilliseconds),
    count: 160,
  });
  await world.sql(
    `update plan set start_on = '2010-01-01', end_on = '2015-01-01' where authority_id = any ($1::uuid[])`,
    [worlds.map(({ authority }) => authority.id)],
  );
}

function step(jobs: TestJobService, now: Date, most: number) {
  return asWorker(jobs, now, (work) => removeOld(work, most));
}

/** As a worker that dies in the midst of a step. */
async function breakAStep(jobs: TestJobService, world: World): Promise<number> {
  const countAll = async () => Number((await world.sql("select count(*) from person_search"))[0]?.["count"]);
  const before = await countAll();
  await asWorker(jobs, nightNow, async (work) => {
    await removeOld(work);
    throw new Error("killed");
  }).catch(() => undefined);
  return before - (await countAll());
}

async function hasBegun(world: World): Promise<boolean> {
  return (await world.sql("select from retention where begun_at is not null")).length > 0;
}

async function figuresOf(world: World): Promise<Rows> {
  const rows = countedTables.map(
    (name) =>
      `select '${name}' as name, to_jsonb(row)::text as row from ${name} row where day > '2014-01-01'`,
  );
  return world.sql(`${rows.join(" union all ")} order by name, row`);
}

async function countPast(world: World): Promise<number> {
  const [row] = await world.sql(
    `select count(*)::int as lookups from lookup where organisation_id <> $1 and asked_at < $2::timestamptz - interval '2192 days'`,
    [world.trust.id, nightNow],
  );
  return Number(row?.["lookups"]);
}

async function rebuild(jobs: TestJobService, world: World): Promise<Rows> {
  await asWorker(jobs, nightNow, markAllDays);
  await countFigures(jobs.database, nightNow);
  return figuresOf(world);
}

/** What stayed because it was open is closed years later, and its day is marked as by any change. */
async function changeLater({ database }: TestJobService, world: World): Promise<Rows> {
  await world.sql(
    `insert into alert_event (alert_id, kind, outcome, happened_at)
     select id, 'closed', 'no-concern', $1 from alert where lantern_alert_standing(id) = 'held' order by raised_at limit 3`,
    [nightNow],
  );
  await world.sql(
    "insert into changed_day select distinct day, facts from lookup_day, unnest(array['lookups', 'alerts']) facts where day < lantern_facts_since()",
  );
  await countFigures(database, nightNow);
  return figuresOf(world);
}

/** The next night, by the worker's own timetable and queue, and then the whole of it once more. */
async function goThroughAgain(jobs: TestJobService, world: World): Promise<OldNight["secondNight"]> {
  const next = new Date(nightNow.getTime() + dayMilliseconds);
  const entries = timetable.filter(({ job }) => job.kind === "remove-old");
  const run = async (now: Date) => {
    await asWorker(jobs, now, (work) => beginTurns(work, entries));
    await runDueJobs(jobs, now, "lists");
    return world.sql("select name, done_at from retention where begun_at = $1 and done_at = begun_at", [now]);
  };
  const done = await run(next);
  await asWorker(jobs, next, ({ tx }) => tx.$queryRaw`select lantern_begin_forgetting(${next}::timestamptz)`);
  while (!(await step(jobs, next, 50)).isDone);
  return {
    done: done.length,
    removedAgain: await world.sql("select name, removed from retention where removed > 0"),
    left: await world.sql("select kind from outbox"),
  };
}

function asWorker<Result>({ database }: TestJobService, now: Date, useCase: (work: Work) => Promise<Result>) {
  return withWork(database, { actor: systemActor("worker"), now }, useCase);
}
