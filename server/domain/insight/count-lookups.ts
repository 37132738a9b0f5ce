import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { countPackedSettings } from "@/server/domain/insight/count-packed-settings";
import { SettingRow } from "@/server/domain/insight/setting-row";
import { isWithin, type Scope } from "@/server/domain/insight/scope";
import { answerKinds } from "@/server/vocabulary/answer";
import type { Period } from "@/server/vocabulary/period";

const KindRow = z.object({
  channel: z.string(),
  answer: z.enum(answerKinds),
  cause: z.string().nullable(),
  lookups: z.number(),
});
export type KindRow = z.infer<typeof KindRow>;

export interface LookupCounts {
  readonly kinds: readonly KindRow[];
  /** In each of the 24 hours of the London day. */
  readonly hours: readonly number[];
  /** With their answers, by care setting, and for authorities by whether it is in their own region. */
  readonly settings: readonly SettingRow[];
}

/** Lookups by channel, answer and cause, in each of the 24 hours of the London day, and by care setting. */
export async function countLookups(work: Work, scope: Scope, period: Period): Promise<LookupCounts> {
  const { lookupDays } = scope;
  if (lookupDays === undefined) return countTold(work, scope, period);
  const counts = await countKinds(work, lookupDays.kinds, period);
  return { ...counts, settings: await countPackedSettings(work, lookupDays.settings, period) };
}

const Kinds = z.object({ kinds: z.array(KindRow), hours: z.array(z.number()) });

async function countKinds({ tx }: Work, kinds: Prisma.Sql, period: Period): Promise<z.infer<typeof Kinds>> {
  const rows: unknown = await tx.$queryRaw`
    with counted as materialized (
      select channel, answer, cause, sum(lookups) as lookups, ${eachHour}
      from ${kinds} counted where ${isWithin(period)} group by 1, 2, 3)
    select ${kindsAndHours}`;
  return z.tuple([Kinds]).parse(rows)[0];
}

const Told = Kinds.extend({ settings: z.array(SettingRow) });

/** All of an authority's from one reading of them; by whether they are in its own region, which packed days do not say. */
async function countTold({ tx }: Work, scope: Scope, period: Period): Promise<LookupCounts> {
  const rows: unknown = await tx.$queryRaw`
    with told as materialized (
      select channel, answer, cause, care_setting_id, organisation_id, authority_id, hours, lookups
      from ${scope.lookupsCounted} told where is_first and ${isWithin(period)}),
    counted as materialized (
      select channel, answer, cause, sum(lookups) as lookups, ${eachHour} from told group by 1, 2, 3)
    select ${kindsAndHours}, (select coalesce(json_agg(of_setting), '[]') from (
        select care_setting_id as setting,
          case when coalesce(authority.region, '') = '' or coalesce(asker.region, '') = '' then 'not-known'
            when authority.region = asker.region then 'own' else 'elsewhere' end as place,
          ${lookupsOf(Prisma.sql`true`)} as lookups,
          ${lookupsOf(Prisma.sql`answer = 'held'`)} as held,
          ${lookupsOf(Prisma.sql`answer = 'none-held'`)} as none_held,
          ${lookupsOf(Prisma.sql`answer = 'could-not-check'`)} as could_not_check
        from (select care_setting_id, organisation_id, authority_id, answer, sum(lookups) as lookups
            from told group by 1, 2, 3, 4) by_setting
          left join organisation asker on asker.id = organisation_id
          left join organisation authority on authority.id = authority_id
        group by 1, 2) of_setting) as settings`;
  return z.tuple([Told]).parse(rows)[0];
}

function lookupsOf(isMeant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(sum(lookups) filter (where ${isMeant}), 0)::int`;
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  counted: Prisma.raw(`hours[${String(hour + 1)}]`),
  named: Prisma.raw(`hour_${String(hour)}`),
}));
const eachHour = Prisma.join(hours.map(({ counted, named }) => Prisma.sql`sum(${counted}) as ${named}`));
const allHours = Prisma.join(hours.map(({ named }) => Prisma.sql`coalesce(sum(${named}), 0)`));

/** Of `counted`, which has lookups by channel, answer and cause, with a column for each hour. */
const kindsAndHours = Prisma.sql`
  (select coalesce(json_agg(kind), '[]') from (
    select channel, answer, cause, sum(lookups)::int as lookups from counted group by 1, 2, 3 order by 1, 2, 3) kind) as kinds,
  (select array[${allHours}]::int[] from counted) as hours`;
