import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { numberNow } from "@/server/domain/directory/number-now";
import { NumbersRow, numbersAsJson } from "@/server/domain/directory/read-numbers";
import { AppliedList, ProblemsOfCode, type AuthorityQuality } from "@/server/domain/quality/list-quality";
import { mendingOf } from "@/server/domain/quality/mending";
import { OrganisationId } from "@/server/vocabulary/ids";

const Row = z.object({
  authorityId: OrganisationId,
  name: z.string(),
  region: z.string(),
  contact: NumbersRow.nullable(),
  lastReceivedAt: z.date().nullable(),
  newest: AppliedList.nullable(),
  skipped: z.number(),
  openCount: z.number(),
  oldestOpenAt: z.date().nullable(),
  daysToMend: z.number().nullable(),
  mendedCount: z.number(),
  byCode: z.array(ProblemsOfCode),
});

export type QualityStanding = Omit<AuthorityQuality, "work">;

/** Where the lists of these authorities stand, by name; of all there are where none are named. One query, by indexes. */
export async function readStandings(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[] | "all",
): Promise<readonly QualityStanding[]> {
  const [isAll, ids] = authorityIds === "all" ? [true, []] : [false, [...authorityIds]];
  const rows: unknown = await tx.$queryRaw`
    select authority.id as "authorityId", authority.name, region, last_received_at as "lastReceivedAt",
      ${numbersAsJson} as contact,
      (select json_build_object('feedId', feed_id, 'sequence', sequence, 'receivedAt', received_at, 'rows', row_count,
          'loaded', loaded_count, 'unmatched', unmatched_count)
        from list_fact where list_fact.authority_id = authority.id
        order by received_at desc, sequence desc limit 1) as newest,
      (select coalesce(sum(gap_count), 0)::int from list_fact where list_fact.authority_id = authority.id
        and received_at > ${now}::timestamptz - interval '90 days') as skipped,
      open.count as "openCount", open.oldest as "oldestOpenAt", open.by_code as "byCode",
      mended.days as "daysToMend", mended.count as "mendedCount"
    from organisation authority left join register_state on register_state.authority_id = authority.id
      left join authority_contact contact on contact.authority_id = authority.id
      cross join lateral (
        select coalesce(sum(count), 0)::int as count, min(oldest) as oldest,
          coalesce(json_agg(json_build_object('rowAnswer', row_answer, 'count', count) order by row_answer), '[]') as by_code
        from (select row_answer, count(*) as count, min(first_shown_at) as oldest from fault_fact
          where fault_fact.authority_id = authority.id and fixed_at is null group by row_answer) of_code) open
      cross join lateral (${mendingOf(Prisma.sql`fault_fact.authority_id = authority.id`, now)}) mended
    where authority.kind = 'authority' and (${isAll}::boolean or authority.id = any (${ids}::uuid[]))
    order by authority.name, authority.id`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ contact, ...standing }) => ({ ...standing, ring: contact && numberNow(contact, now).first }));
}
