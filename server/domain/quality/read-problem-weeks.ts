import { z } from "zod";
import type { Work } from "@/server/db/work";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";
import { OrganisationId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** What was wrong in lists in seven days. */
export interface ProblemWeek {
  /** The first of the seven. */
  readonly from: LondonDate;
  /** Shown for the first time in them. */
  readonly found: number;
  readonly mended: number;
  /** Shown and not mended at their end; of the last seven days now. */
  readonly open: number;
  /** Median of what was mended in them; null where nothing was. */
  readonly daysToMend: number | null;
}

const Change = z.object({
  authorityId: OrganisationId.nullable(),
  place: z.number(),
  found: z.number(),
  mended: z.number(),
  daysToMend: z.number().nullable(),
});
type Change = z.infer<typeof Change>;

/**
 * What came, went and stayed wrong in the last 13 times seven days, oldest first: of each of these authorities that ever had
 * anything, or of all together under null. One query. What was mended before them is not looked at: all else is still open, or
 * found by the time of mending.
 */
export async function readProblemWeeks(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[] | "all",
): Promise<ReadonlyMap<OrganisationId | null, readonly ProblemWeek[]>> {
  const { starts, bounds } = trendWeeksOf(now);
  const [isAll, ids] = authorityIds === "all" ? [true, []] : [false, [...authorityIds]];
  const rows: unknown = await tx.$queryRaw`
    with fault as (
      select case when not ${isAll}::boolean then authority_id end as authority_id, fixed_at,
        width_bucket(first_shown_at, ${bounds}::timestamptz[]) as found_in,
        width_bucket(fixed_at, ${bounds}::timestamptz[]) as mended_in,
        extract(epoch from fixed_at - first_shown_at) / 86400 as days
      from fault_fact where (${isAll}::boolean or authority_id = any (${ids}::uuid[]))
        and (fixed_at is null or fixed_at >= ${bounds[0]}::timestamptz))
    select authority_id as "authorityId", place, sum(found)::int as found, sum(mended)::int as mended,
      percentile_cont(0.5) within group (order by days)::float8 as "daysToMend"
    from (select authority_id, found_in as place, 1 as found, 0 as mended, null as days from fault
      union all select authority_id, mended_in, 0, 1, days from fault where fixed_at is not null) change
    group by 1, 2`;
  const changes = Map.groupBy(z.array(Change).parse(rows), ({ authorityId }) => authorityId);
  return new Map([...changes].map(([id, those]) => [id, weeksOf(starts, those)]));
}

/** What is open is all that came less all that went; the place before the first holds what came before. */
function weeksOf(starts: readonly LondonDate[], changes: readonly Change[]): readonly ProblemWeek[] {
  const at = new Map(changes.map((change) => [change.place, change]));
  let open = at.get(0)?.found ?? 0;
  return starts.map((from, place) => {
    const { found, mended, daysToMend } = at.get(place + 1) ?? { found: 0, mended: 0, daysToMend: null };
    open += found - mended;
    return { from, found, mended, open, daysToMend };
  });
}
