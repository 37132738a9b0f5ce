import { expect } from "@playwright/test";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import { alertSteps } from "@/server/vocabulary/alert-step";
import type { Role } from "@/server/vocabulary/permission";
import { test } from "@/test/support/counted-past";

/** Holds the night on which the clocks go back. */
const period = { from: "2026-10-10", to: "2026-11-05" };

const isWithin = (column: string) =>
  `(${column} at time zone 'Europe/London')::date between $1::date and $2::date`;

/** Every question on record, with whom it told: those that were lost are known from the record of the failure alone. */
const lookupsBySql = `
  with asked as (
    select id, asked_at, organisation_id, answer from lookup
    union all select id, happened_at, organisation_id, 'could-not-check' from audit
    where action = 'child:look-up' and outcome = 'failed'),
  meant as (
    select * from asked where ${isWithin("asked_at")} and ($3::uuid is null or organisation_id = $3
      or id in (select alert_event.lookup_id from alert_event join alert on alert.id = alert_id where authority_id = $3)))
  select count(*)::int as lookups, count(*) filter (where answer = 'held')::int as held,
    count(*) filter (where answer = 'none-held')::int as "none-held",
    count(*) filter (where answer = 'could-not-check')::int as "could-not-check"
  from meant`;

const firstOf = (kinds: string) =>
  `floor(extract(epoch from (select min(happened_at) from alert_event
    where alert_id = alert.id and kind in (${kinds})) - raised_at))::int`;

/** Every alert with its waits, from what happened to it. */
const alertsBySql = `
  with waited as (
    select ${firstOf("'shown'")} as shown, ${firstOf("'acknowledged'")} as taken,
      ${firstOf("'promised', 'closed'")} as answered, ${firstOf("'closed'")} as closed,
      exists (select 1 from alert_event where alert_id = alert.id and kind = 'unreached') as is_unreached
    from alert where ${isWithin("raised_at")} and ($3::uuid is null or $3 in (authority_id, organisation_id)))
  select count(*)::int as raised, count(*) filter (where is_unreached)::int as unreached, ${alertSteps
    .map(
      (step) => `json_build_object('reached', count(${step}),
        'median', percentile_disc(0.5) within group (order by ${step}),
        'ninetieth', percentile_disc(0.9) within group (order by ${step}),
        'ninetyNinth', percentile_disc(0.99) within group (order by ${step})) as ${step}`,
    )
    .join(", ")}
  from waited`;

for (const role of ["operator", "authority-manager", "health-manager"] as const satisfies readonly Role[]) {
  test(`figures and times of a ${role} are those of plain SQL over what is on record`, async ({
    counted: {
      worlds: [world],
    },
    as,
  }) => {
    const whose = {
      operator: null,
      "authority-manager": world.authority.id,
      "health-manager": world.trust.id,
    };
    const values = [period.from, period.to, whose[role]];
    const [lookups] = await world.sql(lookupsBySql, values);
    const [alerts = {}] = await world.sql(alertsBySql, values);

    const figures = await as(role, (work) => readFigures(work, period));
    const times = await as(role, (work) => readTimes(work, { period, step: "taken", by: "day" }));

    expect(figures.total).toMatchObject({
      ...lookups,
      raised: alerts["raised"],
      unreached: alerts["unreached"],
    });
    expect(figures.total.lookups).toBeGreaterThan(100);
    expect(times.steps.map(({ step }) => step)).toEqual(alertSteps);
    for (const row of times.steps) {
      expect(row, row.step).toMatchObject({ raised: alerts["raised"], ...(alerts[row.step] as object) });
    }
  });
}
