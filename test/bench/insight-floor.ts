import type { Manager } from "@/test/bench/insight-managers";

/** What a page of figures is about. */
export type Figures = "figures" | "times" | "activity";

export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

/**
 * The floor of a page: the same numbers for the same manager, in one statement by hand over the rows that were counted by day, past
 * row-level security, with nothing around it.
 */
export function floorOf(figures: Figures, days: number, manager: Manager): Statement {
  const { column, group, lookups } = scopes[manager.role];
  const isMeant = `${column === "" ? "true" : `${column} = $1`} and day > current_date - ${String(days)}`;
  const text = statements[figures]({ isMeant, group, lookups });
  return { text, values: column === "" ? [] : [manager.organisationId] };
}

const scopes = {
  "authority-manager": { column: "authority_id", group: "care_setting_id", lookups: "told_day" },
  "health-manager": { column: "organisation_id", group: "care_setting_id", lookups: "lookup_day" },
  operator: { column: "", group: "authority_id", lookups: "lookup_day" },
} as const;

interface Asked {
  readonly isMeant: string;
  readonly group: string;
  readonly lookups: "told_day" | "lookup_day";
}

const statements: Readonly<Record<Figures, (asked: Asked) => string>> = {
  figures: ({ isMeant, group, lookups }) => {
    const answer = lookups === "told_day" ? "'held'" : "answer";
    return `select
      (select json_agg(asked) from (select day, ${answer} as answer, sum(lookups) from ${lookups} where ${isMeant}
        group by 1, 2) asked),
      (select json_agg(raised) from (select day, ${group}, count(*), count(taken), count(*) filter (where is_unreached),
        percentile_disc(array[0.5, 0.9]) within group (order by taken)
        from alert_day where ${isMeant} group by grouping sets ((), (day), (${group}))) raised)`;
  },
  times: ({ isMeant }) => `select
      (select to_json(steps) from (select count(*), ${["shown", "taken", "answered", "closed"]
        .map((step) => `count(${step}) as ${step}s, ${percentilesOf(step)} as ${step}`)
        .join(", ")} from alert_day where ${isMeant}) steps),
      (select json_agg(bars) from (select width_bucket(taken, array[30, 60, 120, 180, 300, 600, 900, 1800, 3600]), count(*)
        from alert_day where taken is not null and ${isMeant} group by 1) bars),
      (select json_agg(settings) from (select care_setting_id, count(*), count(taken), ${percentilesOf("taken")}
        from alert_day where ${isMeant} group by 1) settings)`,
  activity: ({ isMeant, lookups }) => {
    const isAuthority = lookups === "told_day";
    const kind = isAuthority ? "channel" : "channel, answer, cause";
    return `select
      (select json_agg(kinds) from (select ${kind}, sum(lookups) from ${lookups} where ${isMeant} group by ${kind}) kinds),
      (select array[${Array.from({ length: 24 }, (_, hour) => `sum(hours[${String(hour + 1)}])`).join(", ")}]
        from ${lookups} where ${isMeant}),
      (select json_agg(settings) from (${isAuthority ? settingsByPlace(isMeant) : settingsOf(isMeant)}) settings),
      (select json_agg(reports) from (select kind, word, sum(reports) from report_day where ${isMeant} group by 1, 2) reports),
      ${isAuthority ? `(${oftenSeen}),` : ""}
      (select json_agg(outcomes) from (select outcome, count(*) from alert_day where ${isMeant} group by 1) outcomes)`;
  },
};

function settingsOf(isMeant: string): string {
  return `select care_setting_id, sum(lookups) from lookup_day where ${isMeant} group by 1`;
}

/** By whether they are in the authority's own region. */
function settingsByPlace(isMeant: string): string {
  return `select care_setting_id, authority.region = asker.region as is_own, sum(lookups)
    from told_day join organisation asker on asker.id = told_day.organisation_id
      join organisation authority on authority.id = authority_id
    where ${isMeant} group by 1, 2`;
}

/** Child by child, as it takes where there are attendances; these lookups are without. */
const oftenSeen = `select json_build_array(count(*) filter (where times >= 4), count(*) filter (where settings >= 2)) from (
  with known as materialized (select distinct nhs_number from subject join plan on plan.subject_id = subject.id
    where subject.authority_id = $1 and deleted_on is null and (end_on is null or end_on >= now() - interval '12 months'))
  select count(distinct coalesce(incident_id, attendance.id)) as times, count(distinct care_setting_id) as settings
  from known join attendance using (nhs_number) where attended_at >= now() - interval '12 months' group by nhs_number) seen`;

function percentilesOf(step: string): string {
  return `percentile_disc(array[0.5, 0.9, 0.99]) within group (order by ${step})`;
}
