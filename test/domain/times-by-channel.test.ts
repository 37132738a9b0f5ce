import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { readTimes } from "@/server/domain/insight/read-times";
import type { AlertStep } from "@/server/vocabulary/alert-step";
import type { Role } from "@/server/vocabulary/permission";
import { countFigures } from "@/test/support/count-figures";
import { pastNow } from "@/test/support/counted-past";
import { test as base } from "@/test/support/database";
import { migratedDatabase } from "@/test/support/database-server";
import { makePast } from "@/test/support/make-past";
import { makeService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { tellAlerts } from "@/test/support/tell-alerts";

const period = { from: "2026-10-10", to: "2026-11-05" };

interface Told {
  readonly world: World;
  readonly as: <Result>(role: Role, useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}

/** A past of two authorities whose duty teams were told by every channel, counted. */
const test = base.extend<object, { told: Told }>({
  told: [
    async ({}, use) => {
      const urls = await migratedDatabase();
      const worlds = [await makeWorld(urls, pastNow), await makeWorld(urls, pastNow)] as const;
      const from = new Date("2026-09-28T22:00:00Z");
      const past = await makePast({ seed: 20261106, worlds, from, to: pastNow, count: 900 });
      await tellAlerts(worlds[0], past, 20261107);
      const { database, stop } = makeService(urls.appUrl);
      await countFigures(database, pastNow);
      await use({
        world: worlds[0],
        as: async (role, useCase) =>
          withWork(database, { actor: await worlds[0].person(role), now: pastNow }, useCase),
      });
      await stop();
      await urls.drop();
    },
    { scope: "worker" },
  ],
});

/**
 * The times by channel once more, from the records: of all notices that whoever took an alert saw before they took it, the
 * channel of the one that was seen first.
 */
const timesBySql = `
  with step as (
    select alert.*, (select min(happened_at) from alert_event where alert_id = alert.id and kind = 'shown') as shown,
      (select min(happened_at) from alert_event where alert_id = alert.id and kind = 'acknowledged') as taken,
      (select min(happened_at) from alert_event where alert_id = alert.id and kind in ('promised', 'closed')) as answered,
      (select min(happened_at) from alert_event where alert_id = alert.id and kind = 'closed') as closed
    from alert where (raised_at at time zone 'Europe/London')::date between $1::date and $2::date
      and ($3::uuid is null or $3 in (authority_id, organisation_id))),
  seen as (
    select notice.*, rank() over (partition by alert_id order by case when shown_at is null or opened_at < shown_at
        then opened_at else shown_at end, notice.id) as turn
    from notice join step on step.id = alert_id
    where purpose not in ('news', 'message') and (shown_at <= taken or opened_at <= taken)
      and person_id in (select person_id from alert_event where alert_event.alert_id = notice.alert_id
        and kind = 'acknowledged')),
  timed as (
    select coalesce(channel, 'none') as channel, floor(extract(epoch from $4 - raised_at))::int as wait
    from step left join seen on seen.alert_id = step.id and turn = 1)
  select channel as key, channel as name, count(*)::int as raised, count(wait)::int as reached,
    percentile_disc(0.5) within group (order by wait) as median,
    percentile_disc(0.9) within group (order by wait) as ninetieth,
    percentile_disc(0.99) within group (order by wait) as "ninetyNinth"
  from timed group by channel order by channel`;

for (const [role, step] of [
  ["operator", "taken"],
  ["operator", "closed"],
  ["operator", "shown"],
  ["authority-manager", "taken"],
  ["authority-manager", "answered"],
  ["health-manager", "taken"],
] as const satisfies readonly (readonly [Role, AlertStep])[]) {
  test(`a ${role} reads the time until ${step} by the channel that whoever took it saw first, as records have it`, async ({
    told: { as, world },
  }) => {
    const whose = {
      operator: null,
      "authority-manager": world.authority.id,
      "health-manager": world.trust.id,
    };
    const { groups } = await as(role, (work) => readTimes(work, { period, step, by: "channel" }));

    const counted = await world.sql(timesBySql.replace("$4", step), [period.from, period.to, whose[role]]);
    expect(groups).toEqual(counted);
    expect(groups.map(({ key }) => key)).toEqual(["email", "none", "push", "text"]);
    expect(groups.every(({ reached }) => reached > 0)).toBe(true);
  });
}
