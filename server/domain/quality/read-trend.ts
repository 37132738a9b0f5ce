import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AppliedList } from "@/server/domain/quality/list-quality";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";
import { OrganisationId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";

const listsShown = 28;

const OwnList = AppliedList.extend({ authorityId: OrganisationId });

/** The newest lists of each of these authorities, oldest first, at most 28 of each. */
export async function readLists(
  { tx }: Work,
  authorityIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly AppliedList[]>> {
  const rows: unknown = await tx.$queryRaw`
    select list.* from unnest(${[...authorityIds]}::uuid[]) own (id) cross join lateral (
      select authority_id as "authorityId", feed_id as "feedId", sequence, received_at as "receivedAt",
        row_count as rows, loaded_count as loaded, unmatched_count as unmatched
      from list_fact where authority_id = own.id order by received_at desc, sequence desc
      limit ${listsShown}::int) list
    order by "receivedAt", sequence`;
  return Map.groupBy(z.array(OwnList).parse(rows), ({ authorityId }) => authorityId);
}

const Week = z.object({
  place: z.number(),
  lists: z.number(),
  rows: z.number(),
  loaded: z.number(),
  unmatched: z.number(),
});

/** All lists that came in seven days. */
export interface ListWeek extends Omit<z.infer<typeof Week>, "place"> {
  /** The first of the seven. */
  readonly from: LondonDate;
}

/** The last 13 times seven days up to today, oldest first, of every authority together. */
export async function readWeeks({ tx, now }: Work): Promise<readonly ListWeek[]> {
  const { starts, bounds } = trendWeeksOf(now);
  const rows: unknown = await tx.$queryRaw`
    select width_bucket(received_at, ${bounds}::timestamptz[]) - 1 as place, count(*)::int as lists,
      sum(row_count)::int as rows, sum(loaded_count)::int as loaded, sum(unmatched_count)::int as unmatched
    from list_fact where received_at >= ${bounds[0]}::timestamptz and received_at < ${bounds.at(-1)}::timestamptz
    group by 1`;
  const found = new Map(
    z
      .array(Week)
      .parse(rows)
      .map(({ place, ...week }) => [place, week]),
  );
  const none = { lists: 0, rows: 0, loaded: 0, unmatched: 0 };
  return starts.map((from, place) => ({ from, ...(found.get(place) ?? none) }));
}
