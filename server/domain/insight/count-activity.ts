import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
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

/** Lookups by channel, answer and cause. */
export async function countKinds(work: Work, scope: Scope, period: Period): Promise<KindRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select channel, answer, cause, sum(lookups)::int as lookups
    from ${scope.lookupsCounted} counted where is_first and ${isWithin(period)}
    group by channel, answer, cause order by channel, answer, cause`;
  return z.array(KindRow).parse(rows);
}

const Hours = z.tuple([z.object({ hours: z.array(z.number()) })]);

/** Lookups in each of the 24 hours of the London day. */
export async function countHours(work: Work, scope: Scope, period: Period): Promise<readonly number[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select array[${eachHour}]::int[] as hours
    from ${scope.lookupsCounted} counted where is_first and ${isWithin(period)}`;
  return Hours.parse(rows)[0].hours;
}

const eachHour = Prisma.join(
  Array.from(
    { length: 24 },
    (_, hour) => Prisma.sql`coalesce(sum(hours[${Prisma.raw(String(hour + 1))}]), 0)`,
  ),
);

const SettingRow = z.object({
  setting_id: z.uuid().nullable(),
  /** Seen from the authority that was told; null where nobody was, or where whoever asks is no authority. */
  place: z.enum(["own", "elsewhere", "not-known"]).nullable(),
  lookups: z.number(),
  held: z.number(),
  none_held: z.number(),
  could_not_check: z.number(),
});
export type SettingRow = z.infer<typeof SettingRow>;

/** Lookups and answers by care setting, and for authorities by whether it is in their own region. */
export async function countSettings(work: Work, scope: Scope, period: Period): Promise<SettingRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    with counted as (select care_setting_id, organisation_id, authority_id, answer, sum(lookups)::int as lookups
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

const ReportRow = z.object({ kind: z.enum(["missed", "referral"]), word: z.string(), reports: z.number() });
export type ReportRow = z.infer<typeof ReportRow>;

/** Missed appointments by kind, and referrals by how they were decided. */
export async function countReports(work: Work, scope: Scope, period: Period): Promise<ReportRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select kind, word, sum(reports)::int as reports from report_day
    where ${scope.isTheirs} and ${isWithin(period)} group by kind, word order by kind, word`;
  return z.array(ReportRow).parse(rows);
}

const OutcomeRow = z.object({ outcome: z.string().nullable(), alerts: z.number() });
export type OutcomeRow = z.infer<typeof OutcomeRow>;

/** Alerts by how they were last closed; null for those that were not. */
export async function countOutcomes(work: Work, scope: Scope, period: Period): Promise<OutcomeRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select outcome, sum(alerts)::int as alerts from alert_day
    where ${scope.isTheirs} and ${isWithin(period)} group by outcome order by outcome nulls last`;
  return z.array(OutcomeRow).parse(rows);
}

function isWithin({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`day between ${from}::date and ${to}::date`;
}
