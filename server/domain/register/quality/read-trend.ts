import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { OrganisationId } from "@/server/vocabulary/ids";

const QualityMonth = z.object({
  /** YYYY-MM, in London. */
  month: z.string(),
  lists: z.number(),
  rows: z.number(),
  loaded: z.number(),
  /** Rows whose person demographics knows, by the number, the names and the date of birth of the row. */
  matched: z.number(),
  gaps: z.number(),
  opened: z.number(),
  fixed: z.number(),
  /** Median of those fixed in the month; null where none was. */
  daysToFix: z.number().nullable(),
});
/** How good the lists of one month were. */
export type QualityMonth = Readonly<z.infer<typeof QualityMonth>>;

/** The last twelve months with this one, oldest first, months without a list included. */
export async function readTrend(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[],
): Promise<QualityMonth[]> {
  const own = [...authorityIds];
  const rows: unknown = await tx.$queryRaw`
    with month as (
      -- By the calendar of London: there a month may begin an hour before it does in UTC.
      select to_char(local, 'YYYY-MM') as name, local at time zone 'Europe/London' as month,
        (local + interval '1 month') at time zone 'Europe/London' as until
      from (select date_trunc('month', ${now}::timestamptz at time zone 'Europe/London') as this) today,
        generate_series(this - interval '11 months', this, interval '1 month') local
    ), list as (
      select received_at, row_count, loaded_count, gap_count, unmatched_count from feed
       where authority_id = any (${own}::uuid[]) and kind = 'list' and state = 'applied'
        and received_at > ${now}::timestamptz - interval '13 months'
    ), fault as (
      select first_shown_at, fixed_at from data_fault join feed first on first.id = first_feed_id
      where data_fault.authority_id = any (${own}::uuid[]) and first.state <> 'undone'
        and (fixed_at is null or fixed_at > ${now}::timestamptz - interval '13 months')
    )
    select name as month, count(list.received_at)::int as lists,
      coalesce(sum(row_count), 0)::int as rows, coalesce(sum(loaded_count), 0)::int as loaded,
      coalesce(sum(row_count - unmatched_count), 0)::int as matched, coalesce(sum(gap_count), 0)::int as gaps,
      (select count(*)::int from fault where first_shown_at >= month and first_shown_at < until) as opened,
      (select count(*)::int from fault where fixed_at >= month and fixed_at < until) as fixed,
      (select percentile_cont(0.5) within group (order by extract(epoch from fixed_at - first_shown_at) / 86400)
        from fault where fixed_at >= month and fixed_at < until) as "daysToFix"
    from month left join list on received_at >= month and received_at < until
    group by name, month, until order by name`;
  return z.array(QualityMonth).parse(rows);
}
