import { expect } from "@playwright/test";
import { z } from "zod";
import { withWork, type Work } from "@/server/db/work";
import { countWaiting } from "@/server/domain/alert/count-waiting";
import { listAlerts } from "@/server/domain/alert/list-alerts";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makePast } from "@/test/support/make-past";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const twentyDaysAgo = new Date("2026-11-03T00:00:00Z");
/** From an hour to a year and a half. */
const yearsOfHours = Array.from({ length: 20 }, (_, place) => 1 + place * 700);

/** Every alert that is listed, in its order: the standing of each alert that there ever was. */
const everyStanding = `
  select id, standing, raised_at > $2::timestamptz - interval '7 days' as "isYoung"
  from alert cross join lateral (select lantern_alert_standing(alert.id) as standing) stands
  where authority_id = any ($1::uuid[])
  order by standing <> 'waiting', standing <> 'held', case when standing = 'waiting' then raised_at end, raised_at desc`;

const Standing = z.object({ id: z.string(), standing: z.string(), isYoung: z.boolean() });

async function standAll({ tx, actor, now }: Work) {
  const authorityIds = actor.kind === "person" ? actor.authorityIds : [];
  return z.array(Standing).parse(await tx.$queryRawUnsafe(everyStanding, authorityIds, now));
}

/**
 * Things that happen to random alerts, some at the same instant as others: closed, opened again and closed again, of the
 * wrong child, taken, handed over. No two alerts are raised at the same time.
 */
async function stir(world: World, seed: number): Promise<void> {
  await world.sql(`
    update alert set raised_at = alert.raised_at + place * interval '1 ms'
      from (select id, row_number() over (order by raised_at, authority_id) as place from alert) numbered
      where numbered.id = alert.id;
    select setseed(${String(seed)});
    insert into alert_event (alert_id, kind, lookup_id, person_id, outcome, happened_at)
      select alert.id, drawn.kind, case when drawn.kind = 'wrong-child' then alert.lookup_id end, person.id,
        case when drawn.kind = 'closed' then 'no-concern' end, alert.raised_at + drawn.hours * interval '1 hour'
      from (select alert.* from alert order by raised_at) alert
        cross join (select id from person order by id limit 1) person
        cross join lateral (
          select (array['closed', 'closed', 'reopened', 'wrong-child', 'acknowledged', 'offered', 'accepted', 'declined'])
            [1 + floor(random() * 8)] as kind, floor(random() * 3) as hours
          from generate_series(1, 3) where alert.id is not null and random() < 0.6) drawn
      where drawn.kind <> 'wrong-child' or alert.lookup_id is not null
      on conflict do nothing`);
}

/** Practice alerts of this authority that began so many hours ago. */
function drill(world: World, { personId }: PersonActor, hours: readonly number[]) {
  return world.sql(
    `insert into alert (reference, authority_id, raised_at, drilled_by_id)
     select gen_random_uuid()::text, $1, $2::timestamptz - hours * interval '1 hour', $3 from unnest($4::int[]) hours
     returning id`,
    [world.authority.id, "2026-11-23T21:14:00Z", personId, hours],
  );
}

for (const seed of [0.11, 0.47, 0.83]) {
  test(`the list and the count are what the standing of every alert says, whatever happened (seed ${String(seed)})`, async ({
    own,
    world,
    service,
    now,
  }) => {
    const worlds = [world, await makeWorld(own, now), await makeWorld(own, now)];
    const duty = await world.person("duty-social-worker");
    await makePast({ seed: seed * 100, worlds, from: twentyDaysAgo, to: now, count: 700 });
    for (const one of worlds) await drill(one, duty, yearsOfHours);
    await stir(world, seed);
    const [first, second, third] = worlds.map(({ authority }) => authority.id);
    const isOpen = ({ standing }: z.infer<typeof Standing>) => standing !== "ended";

    for (const authorityIds of [[first], [second, third], [], [first, second, third]]) {
      const actor = { ...duty, authorityIds: authorityIds.filter((id) => id !== undefined) };
      const does = <Result>(useCase: (work: Work) => Promise<Result>) =>
        withWork(service.database, { actor, now }, useCase);
      const all = await does(standAll);
      const listed = await does(listAlerts);
      const { waiting } = await does(countWaiting);

      const expected = all.filter((alert) => isOpen(alert) || alert.isYoung).slice(0, 100);
      expect(listed.map(({ alertId }) => alertId)).toEqual(expected.map(({ id }) => id));
      expect(waiting).toBe(all.filter(({ standing }) => standing === "waiting").length);
      const found = new Set(all.map(({ standing, isYoung }) => `${standing} ${String(isYoung)}`));
      expect(found.size).toBe(authorityIds.length === 0 ? 0 : 6);
    }
  });
}

/** From here on each time that somebody asks where an alert stands is counted; gives how often it was asked since. */
async function countAsking(world: World): Promise<() => Promise<number>> {
  await world.sql(`
    create sequence asked minvalue 0;
    grant usage on sequence asked to lantern_app;
    alter function lantern_alert_standing(uuid) rename to lantern_true_standing;
    create function lantern_alert_standing(asked uuid) returns text language plpgsql stable
      as $$ begin perform nextval('asked'); return lantern_true_standing(asked); end $$`);
  return async () => {
    const [row] = await world.sql("select nextval('asked')::int as count, setval('asked', 0, false)");
    return Number(row?.["count"]);
  };
}

test("however many alerts ended long ago, only of those that did not is asked where they stand", async ({
  world,
  service,
  now,
}) => {
  const duty = await world.person("duty-social-worker");
  const closed = await drill(
    world,
    duty,
    Array.from({ length: 3_000 }, (_, place) => 240 + place * 3),
  );
  await world.sql(
    `insert into alert_event (alert_id, kind, outcome, happened_at)
     select id, 'closed', 'no-concern', raised_at + interval '1 hour' from alert`,
  );
  const [again] = closed;
  await world.sql(
    "insert into alert_event (alert_id, kind, person_id, happened_at) values ($1, 'reopened', $2, $3)",
    [again?.["id"], duty.personId, now],
  );
  const [oldest] = await drill(world, duty, [50_000, 1]);
  const asked = await countAsking(world);
  const does = <Result>(useCase: (work: Work) => Promise<Result>) =>
    withWork(service.database, { actor: duty, now }, useCase);

  expect(await does(countWaiting)).toMatchObject({ waiting: 2 });
  expect(await asked()).toBe(3);
  expect((await does(listAlerts)).map(({ alertId }) => alertId)).toEqual([
    oldest?.["id"],
    expect.any(String),
    again?.["id"],
  ]);
  expect(await asked()).toBe(3);
  expect(await does(standAll)).toHaveLength(3_002);
  expect(await asked()).toBeGreaterThanOrEqual(3_002);
});
