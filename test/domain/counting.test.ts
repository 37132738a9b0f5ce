import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { markAllDays } from "@/server/domain/counting/mark-all-days";
import { systemActor } from "@/server/vocabulary/actor";
import { countFigures } from "@/test/support/count-figures";
import { countedTables } from "@/test/support/counted-tables";
import { makePast } from "@/test/support/make-past";
import { makeWorld } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const from = new Date("2026-10-20T00:00:00Z");

test("figures counted as things happened, and all counted anew, are the same; each change changes its own day", async ({
  own,
  world,
  service,
  now,
}) => {
  const pasts = [[world, await makeWorld(own, now)], [await makeWorld(own, now)]] as const;
  const figures = async () => {
    const rows = countedTables.map(
      (name) => `select '${name}' as name, to_jsonb(row)::text as row from ${name} row`,
    );
    return world.sql(`${rows.join(" union all ")} order by name, row`);
  };
  const hadBefore: unknown[][] = [];
  const countAndKeep = async () => {
    await countFigures(service.database, now);
    hadBefore.push(await figures());
  };

  // Two pasts over the same days, counted in between; then what happens to alerts of days long counted.
  for (const [seed, worlds] of pasts.entries()) {
    await makePast({ seed, worlds, from, to: now, count: 120 });
    await countAndKeep();
  }
  for (const statement of laterEvents) {
    await world.sql(statement, [now]);
    await countAndKeep();
  }
  const [nothing, ...steps] = [[], ...hadBefore];
  for (const [index, after] of steps.entries()) {
    expect(after, laterEvents[index - 2] ?? "a past").not.toEqual(index === 0 ? nothing : steps[index - 1]);
  }

  for (const statement of wrongFigures) await world.sql(statement);
  await withWork(service.database, { actor: systemActor("worker"), now }, markAllDays);
  await countFigures(service.database, now);
  expect(await figures()).toEqual(hadBefore.at(-1));
});

const packedColumns =
  "alerts, hour, authority, setting, channel, rung, outcome, unreached, shown, taken, answered, closed";

/** Figures that are wrong or missing, and some of a day of which there are no facts any more. */
const wrongFigures = [
  "update lookup_day set lookups = lookups + 1",
  "update asked_day set lookups = lookups + 1",
  "update alert_service_day set taken = shown",
  "delete from setting_service_day",
  "update alert_organisation_day set shown = taken",
  "delete from setting_organisation_day",
  "insert into lookup_day select '2020-01-01', organisation_id, care_setting_id, mode, channel, answer, cause, hours, lookups from lookup_day limit 1",
  `insert into alert_service_day select '2020-01-01', ${packedColumns} from alert_service_day limit 1`,
  `insert into alert_organisation_day select organisation_id, '2020-01-01', ${packedColumns} from alert_organisation_day limit 1`,
];

/** Each of them happens to something of a day that was counted before. */
const laterEvents = [
  `insert into alert_event (alert_id, kind, happened_at) select alert_id, 'acknowledged', $1 from alert_event
   group by alert_id having not bool_or(kind in ('acknowledged', 'closed')) order by alert_id limit 1`,
  `insert into alert_event (alert_id, kind, outcome, happened_at) select alert_id, 'closed', 'no-concern', $1
   from alert_event group by alert_id having not bool_or(kind = 'closed') and bool_or(kind = 'acknowledged')
   order by alert_id limit 1`,
  `insert into message (alert_id, request_id, person_id, side, body, sent_at)
   select alert_id, gen_random_uuid(), (select id from person limit 1), 'duty', 'On my way', $1 from alert_event
   group by alert_id having not bool_or(kind in ('promised', 'closed')) order by alert_id limit 1`,
  `insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at)
   select 'R-1', authority_id, organisation_id, (select id from person limit 1), gen_random_uuid(), 'worried', raised_at,
     $1 from alert order by id limit 1`,
  "update referral set decided_at = $1, decision = 'assessment', decided_by_id = person_id",
  `insert into audit (happened_at, actor_kind, actor_name, action, outcome, detail)
   select '2026-10-21T10:00:00Z', 'person', 'Morgan', 'child:look-up', 'failed', 'Error' where $1::timestamptz is not null`,
  // Over the midnight of a London summer: the quarter of an hour belongs to the day before.
  `insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
   select at, 'person', (select id from person order by id limit 1), 'Morgan',
     (select id from organisation where kind = 'authority' order by id limit 1), 'feed:read', 'done'
   from unnest(array['2026-10-21T22:50:00Z', '2026-10-21T23:05:00Z', '2026-10-21T23:20:01Z']::timestamptz[]) at
   where $1::timestamptz is not null`,
  // An act that comes to light later lies between two that were counted, and fills their pause.
  `insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
   select happened_at - interval '1 minute', actor_kind, person_id, actor_name, organisation_id, 'feed:send', outcome
   from audit where happened_at = '2026-10-21T23:20:01Z' and $1::timestamptz is not null`,
];

test("of a change that is committed while days are counted nothing is lost", async ({
  own,
  world,
  service,
  now,
}) => {
  const worlds = [world, await makeWorld(own, now)];
  await makePast({ seed: 3, worlds, from, to: now, count: 20 });
  const asWorker = { actor: systemActor("worker"), now };
  const sums = () => world.sql("select coalesce(sum(lookups), 0)::int as lookups from lookup_day");
  await withWork(service.database, asWorker, async (work) => {
    while (!(await countChangedDays(work)).isDone);
    await world.sql(
      "insert into audit (happened_at, actor_kind, actor_name, action, outcome) values ($1, 'person', 'Morgan', 'child:look-up', 'failed')",
      [now],
    );
  });

  expect(await sums()).toEqual([{ lookups: 20 }]);
  await countFigures(service.database, now);
  expect(await sums()).toEqual([{ lookups: 21 }]);
});

test("many days are counted in turns, the newest first, and are as at the turn that left none", async ({
  own,
  world,
  service,
  now,
}) => {
  await makePast({ seed: 4, worlds: [world, await makeWorld(own, now)], from, to: now, count: 60 });
  const turn = (at: Date) =>
    withWork(service.database, { actor: systemActor("worker"), now: at }, (work) => countChangedDays(work));
  const state = () => world.sql("select counted_at from figures_state");

  expect(await turn(now)).toEqual({ isDone: false });
  expect(await state()).toEqual([]);
  const [newest] = await world.sql(
    "select max((asked_at at time zone 'Europe/London')::date)::text as day from lookup",
  );
  expect(await world.sql("select max(day)::text as day from lookup_day")).toEqual([newest]);

  const later = new Date(now.getTime() + 60_000);
  while (!(await turn(later)).isDone);
  expect(await state()).toEqual([{ counted_at: later }]);
});
