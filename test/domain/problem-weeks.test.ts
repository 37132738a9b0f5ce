import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { qualityLines } from "@/server/domain/quality/quality-lines";
import { readDataQuality, type DataQuality } from "@/server/domain/quality/read-data-quality";
import type { PersonActor } from "@/server/vocabulary/actor";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { makeFaultPast } from "@/test/support/make-fault-past";
import { makeWorld, type World } from "@/test/support/make-world";
import { test as base } from "@/test/support/service";

// The weeks up to it hold the night on which the clocks go back.
const now = new Date("2026-11-23T21:14:00Z");
const weeks = Array.from({ length: 13 }, (_, place) => addDays(londonDate(now), -6 - 7 * (12 - place)));

interface Past {
  readonly other: World;
  readonly readAs: (actor: PersonActor) => Promise<DataQuality>;
}

const test = base.extend<{ past: Past }>({
  past: async ({ own, world, service }, use) => {
    const other = await makeWorld(own, now);
    await makeFaultPast(world, { seed: 7, count: 320, now });
    await makeFaultPast(other, { seed: 8, count: 90, now });
    await use({
      other,
      readAs: (actor) => withWork(service.database, { actor, now }, readDataQuality),
    });
  },
});

/** The middle of an ordered array of numbers, or half way between two. */
const median = (days: string) =>
  `(select case when cardinality(all_days) > 0 then (all_days[(cardinality(all_days) + 1) / 2]
     + all_days[cardinality(all_days) / 2 + 1])::float8 / 2 end from (select ${days} as all_days) ordered)`;
const fault = `select fault.*, (first_shown_at at time zone 'Europe/London')::date as shown_on,
    (fixed_at at time zone 'Europe/London')::date as fixed_on, extract(epoch from fixed_at - first_shown_at) / 86400 as days
  from data_fault fault join feed on feed.id = first_feed_id
  where feed.state = 'applied' and ($1::uuid is null or fault.authority_id = $1)`;

/** The weeks once more, each counted by itself, by London days. */
function weeksBySql(world: World, authorityId: string | null) {
  return world.sql(
    `with fault as (${fault})
     select first::text as from, (select count(*)::int from fault where shown_on between first and first + 6) as found,
       (select count(*)::int from fault where fixed_on between first and first + 6) as mended,
       (select count(*)::int from fault where shown_on <= first + 6 and coalesce(fixed_on > first + 6, true)) as open,
       ${median("array(select days from fault where fixed_on between first and first + 6 order by days)")} as "daysToMend"
     from unnest($2::date[]) with ordinality as week (first, place) order by place`,
    [authorityId, weeks],
  );
}

/** How long mending took, once more. */
async function mendingBySql(world: World, authorityId: string | null) {
  const [row] = await world.sql(
    `with fault as (${fault}), mended as (select days from fault where fixed_on >= $2::date)
     select ${median("array(select days from mended order by days)")} as days, (select count(*)::int from mended) as count`,
    [authorityId, weeks[0]],
  );
  return row;
}

/** The same numbers, medians but for what floating point does to them. */
const close = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
      ]),
    ),
  );

test("of all authorities an operator reads what came, went and stayed wrong, and how long mending took, as counted one by one", async ({
  past: { readAs },
  world,
}) => {
  const { problems, mending, authorities } = await readAs(await world.person("operator"));

  const counted = await weeksBySql(world, null);
  expect(close(problems.weeks)).toEqual(close(counted));
  expect(counted.every(({ found, mended }) => Number(found) > 5 && Number(mended) > 5)).toBe(true);
  expect(close([mending ?? {}])).toEqual(close([(await mendingBySql(world, null)) ?? {}]));
  expect(mending?.count).toBeGreaterThan(150);
  expect(problems.weeks.at(-1)?.open).toBe(authorities.reduce((sum, { openCount }) => sum + openCount, 0));
  expect(authorities.map((authority) => authority.problems.weeks)).toEqual([[], []]);
});

test("a manager reads of the own authority alone what was counted one by one, the same median as an operator reads of it", async ({
  past: { readAs, other },
  world,
}) => {
  const read = await readAs(await world.person("authority-manager"));
  const ofAll = await readAs(await world.person("operator"));
  const [{ problems, daysToMend: days, mendedCount: count } = { problems: undefined }] = read.authorities;

  expect(close(problems?.weeks ?? [])).toEqual(close(await weeksBySql(world, world.authority.id)));
  expect(close([{ days, count }])).toEqual(close([(await mendingBySql(world, world.authority.id)) ?? {}]));
  expect([read.authorities.length, read.mending, read.problems.weeks]).toEqual([1, null, []]);
  for (const { authorityId, daysToMend, mendedCount } of ofAll.authorities) {
    const counted = await mendingBySql(world, authorityId);
    expect(close([{ days: daysToMend, count: mendedCount }])).toEqual(close([counted ?? {}]));
  }
  expect(ofAll.authorities.map(({ authorityId }) => authorityId).toSorted()).toEqual(
    [world.authority.id, other.authority.id].toSorted(),
  );
});

test("where nothing was ever wrong there are no weeks and no median", async ({ own, world, service }) => {
  await makeWorld(own, now);
  const read = (actor: PersonActor) => withWork(service.database, { actor, now }, readDataQuality);
  const ofAll = await read(await world.person("operator"));

  expect([ofAll.problems.weeks, ofAll.mending]).toEqual([[], { days: null, count: 0 }]);
  expect((await read(await world.person("authority-manager"))).authorities).toMatchObject([
    { problems: { weeks: [], told: [] }, daysToMend: null },
  ]);
});

test("a file has the weeks as the picture has them, and medians of few are hidden", async ({
  past: { readAs },
  world,
}) => {
  const read = await readAs(await world.person("authority-manager"));
  const [{ problems: { weeks: known, told }, name } = { problems: { weeks: [], told: [] }, name: "" }] =
    read.authorities;

  const lines = [...qualityLines(read)].filter(([table]) => table === `What is wrong by week, ${name}`);
  const shown = (number: number | null | undefined) => (number === null ? "hidden" : String(number));
  expect(lines.filter(([, , figure]) => figure === "Wrong at the end").map((line) => line[3])).toEqual(
    told.map(({ open }) => shown(open)),
  );
  const medians = lines.filter(([, , figure]) => figure.startsWith("Days")).map((line) => line[3]);
  expect(medians.map((median) => median === "hidden")).toEqual(
    known.map(({ mended }, place) => told[place]?.mended === null || (mended > 0 && mended < 5)),
  );
});
