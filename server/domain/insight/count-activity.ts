import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { countByKey } from "@/server/domain/insight/packed/group-alerts";
import { none } from "@/server/domain/insight/packed/unpack";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { countPackedSettings } from "@/server/domain/insight/count-packed-settings";
import { SettingRow } from "@/server/domain/insight/setting-row";
import type { Scope } from "@/server/domain/insight/scope";
import { answerKinds } from "@/server/vocabulary/answer";
import type { Period } from "@/server/vocabulary/period";

const KindRow = z.object({
  channel: z.string(),
  answer: z.enum(answerKinds),
  cause: z.string().nullable(),
  lookups: z.number(),
});
export type KindRow = z.infer<typeof KindRow>;

const Kinds = z.object({ kinds: z.array(KindRow), hours: z.array(z.number()) });

export interface LookupCounts extends z.infer<typeof Kinds> {
  /** With their answers, by care setting, and for authorities by whether it is in their own region. */
  readonly settings: readonly SettingRow[];
}

/** Lookups by channel, answer and cause, in each of the 24 hours of the London day, and by care setting. */
export async function countLookups(work: Work, scope: Scope, period: Period): Promise<LookupCounts> {
  const rows: unknown = await work.tx.$queryRaw`
    with counted as materialized (
      select channel, answer, cause, sum(lookups)::int as lookups, ${eachHour}
      from ${scope.kindsCounted} counted where is_first and ${isWithin(period)} group by 1, 2, 3)
    select (select coalesce(json_agg(kind), '[]') from (
        select channel, answer, cause, lookups from counted order by channel, answer, cause) kind) as kinds,
      (select array[${allHours}]::int[] from counted) as hours`;
  const settings = scope.settingDays
    ? await countPackedSettings(work, scope.settingDays, period)
    : await countToldSettings(work, scope, period);
  return { ...z.tuple([Kinds]).parse(rows)[0], settings };
}

/** By whether they are in the authority's own region, which packed days do not say. */
async function countToldSettings({ tx }: Work, scope: Scope, period: Period): Promise<readonly SettingRow[]> {
  const rows: unknown = await tx.$queryRaw`
    with counted as (
      select care_setting_id, organisation_id, authority_id, answer, sum(lookups) as lookups
      from ${scope.lookupsCounted} counted where is_first and ${isWithin(period)} group by 1, 2, 3, 4)
    select care_setting_id as setting_id,
      case when authority.id is null then null
        when authority.region = '' or asker.region = '' then 'not-known'
        when authority.region = asker.region then 'own' else 'elsewhere' end as place,
      sum(lookups)::int as lookups,
      coalesce(sum(lookups) filter (where answer = 'held'), 0)::int as held,
      coalesce(sum(lookups) filter (where answer = 'none-held'), 0)::int as none_held,
      coalesce(sum(lookups) filter (where answer = 'could-not-check'), 0)::int as could_not_check
    from counted left join organisation asker on asker.id = organisation_id
      left join organisation authority on authority.id = authority_id
    group by 1, 2`;
  return z.array(SettingRow).parse(rows);
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  counted: Prisma.raw(`hours[${String(hour + 1)}]`),
  named: Prisma.raw(`hour_${String(hour)}`),
}));
const eachHour = Prisma.join(hours.map(({ counted, named }) => Prisma.sql`sum(${counted}) as ${named}`));
const allHours = Prisma.join(hours.map(({ named }) => Prisma.sql`coalesce(sum(${named}), 0)`));

const ReportRow = z.object({ kind: z.enum(["missed", "referral"]), word: z.string(), reports: z.number() });
export type ReportRow = z.infer<typeof ReportRow>;

/** Missed appointments by kind, and referrals by how they were decided. */
export async function countReports(work: Work, scope: Scope, period: Period): Promise<ReportRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select kind, word, sum(reports)::int as reports from report_day
    where ${scope.isTheirs} and ${isWithin(period)} group by kind, word order by kind, word`;
  return z.array(ReportRow).parse(rows);
}

export interface OutcomeRow {
  /** Null for alerts that were not closed. */
  readonly outcome: string | null;
  readonly alerts: number;
}

/** Alerts by how they were last closed, those that were not at the end. */
export async function countOutcomes(
  work: Work,
  scope: Scope,
  period: Period,
): Promise<readonly OutcomeRow[]> {
  const { columns } = await readAlerts(work, { scope, period, columns: ["outcome"] });
  const counts = [...countByKey(columns.outcome)].map((alerts, index) => ({ code: index + none, alerts }));
  const words = await readWords(
    work,
    counts.map(({ code }) => code),
  );
  return counts
    .filter(({ alerts }) => alerts > 0)
    .map(({ code, alerts }) => ({ outcome: words.get(code) ?? null, alerts }))
    .sort((one, other) => (one.outcome ?? "\u{ffff}").localeCompare(other.outcome ?? "\u{ffff}", "en-GB"));
}

function isWithin({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`day between ${from}::date and ${to}::date`;
}
