import { z } from "zod";
import type { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { spread } from "@/server/domain/insight/packed/spread";
import { unpack } from "@/server/domain/insight/packed/unpack";
import type { Days } from "@/server/vocabulary/period";

/**
 * How many lookups each care setting had on each day, by answer, in the order of days: columns with a number for each
 * setting of a day, `none` where there is nothing.
 */
export interface CountedSettings {
  /** The first day of the period is nought. */
  readonly day: Int32Array;
  /** The code of its id; `none` for attempts of which no setting is on record. */
  readonly setting: Int32Array;
  readonly held: Int32Array;
  readonly noneHeld: Int32Array;
  readonly couldNotCheck: Int32Array;
}

const Row = z.tuple([
  z.object({
    days: z.array(z.number()),
    counts: z.array(z.number()),
    setting: z.string(),
    held: z.string(),
    none_held: z.string(),
    could_not_check: z.string(),
  }),
]);

/** From days that were packed: `settingDays` of a scope says whose. */
export async function readSettings(
  work: Work,
  settingDays: Prisma.Sql,
  { from, to }: Days,
): Promise<CountedSettings> {
  const rows: unknown = await work.tx.$queryRaw`
    select coalesce(array_agg(day - ${from}::date order by day, organisation_id), '{}') as days,
      coalesce(array_agg(settings order by day, organisation_id), '{}') as counts,
      coalesce(string_agg(setting, '' order by day, organisation_id), '') as setting,
      coalesce(string_agg(held, '' order by day, organisation_id), '') as held,
      coalesce(string_agg(none_held, '' order by day, organisation_id), '') as none_held,
      coalesce(string_agg(could_not_check, '' order by day, organisation_id), '') as could_not_check
    from ${settingDays} by_day where day between ${from}::date and ${to}::date`;
  const [row] = Row.parse(rows);
  const day = spread(row.days, row.counts);
  return {
    day,
    setting: unpack(row.setting, day.length),
    held: unpack(row.held, day.length),
    noneHeld: unpack(row.none_held, day.length),
    couldNotCheck: unpack(row.could_not_check, day.length),
  };
}
