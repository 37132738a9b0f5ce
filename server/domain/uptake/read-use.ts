import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Predecessor } from "@/server/domain/insight/read-basis";
import { scopeOf } from "@/server/domain/insight/scope";
import { countSettingUse } from "@/server/domain/uptake/count-setting-use";
import { UseRow } from "@/server/domain/uptake/use-row";
import type { UseWeeks } from "@/server/domain/uptake/use-weeks";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** How often a setting asked in each of the weeks, and on which day last. */
export interface SettingCounts {
  readonly counts: readonly number[];
  readonly lastOn: LondonDate | null;
}

export interface WhoseUse {
  readonly actor: PersonActor;
  /** What went before their organisations: its counts are theirs. */
  readonly predecessors: readonly Predecessor[];
}

/**
 * How often each setting asked in each week, answered or not; for an authority's manager, how often it raised an alert to
 * them. Read from what was counted by day: as at when that was.
 */
export async function readUse(
  work: Work,
  whose: WhoseUse,
  weeks: UseWeeks,
): Promise<ReadonlyMap<string, SettingCounts>> {
  const { lookupDays } = scopeOf(whose.actor, whose.predecessors);
  const rows = lookupDays
    ? await countSettingUse(work, lookupDays.settings, weeks)
    : await countTold(work, whose, weeks);
  const ofSetting = Map.groupBy(rows, ({ settingId }) => settingId);
  return new Map(
    [...ofSetting].map(([settingId, found]) => [
      settingId,
      {
        counts: weeks.from.map((_, place) => found.find((week) => week.place === place)?.count ?? 0),
        lastOn: found.map(({ lastOn }) => lastOn).reduce((one, other) => (one > other ? one : other)),
      },
    ]),
  );
}

async function countTold(
  { tx }: Work,
  { actor, predecessors }: WhoseUse,
  { from, until }: UseWeeks,
): Promise<readonly UseRow[]> {
  const first = from[0];
  const authorityIds = [...actor.authorityIds, ...predecessors.map(({ id }) => id)];
  const rows: unknown = await tx.$queryRaw`
    select care_setting_id as "settingId", width_bucket(day, ${[...from]}::date[]) - 1 as place,
      count(*)::int as count, max(day)::text as "lastOn"
    from alert_day where authority_id = any (${authorityIds}::uuid[])
      and day >= ${first}::date and day < ${until}::date and care_setting_id is not null group by 1, 2`;
  return z.array(UseRow).parse(rows);
}
