import { z } from "zod";
import type { Work } from "@/server/db/work";
import { numberNow, type NumberToRing } from "@/server/domain/directory/number-now";
import { NumbersRow, numbersAsJson } from "@/server/domain/directory/read-numbers";
import { OrganisationId } from "@/server/vocabulary/ids";

const ListStanding = z.object({
  /** 0 before the first list. */
  lastSequence: z.number(),
  lastReceivedAt: z.date().nullable(),
  /** Sequence numbers that were skipped before the newest list. */
  skipped: z.number(),
});
export type ListStanding = Readonly<z.infer<typeof ListStanding>>;

const Row = ListStanding.extend({
  authorityId: OrganisationId,
  name: z.string(),
  region: z.string(),
  contact: NumbersRow.nullable(),
});

/** An authority with whom to ring at this hour, and where its list stands. */
export interface Standing {
  readonly authorityId: OrganisationId;
  readonly name: string;
  readonly region: string;
  readonly ring: NumberToRing | null;
  readonly list: ListStanding;
}

/** These authorities by region and name; all there are where none are named. */
export async function readStandings(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[] | "all",
): Promise<readonly Standing[]> {
  const [isAll, ids] = authorityIds === "all" ? [true, []] : [false, [...authorityIds]];
  const rows: unknown = await tx.$queryRaw`
    select authority.id as "authorityId", authority.name, region,
      coalesce(last_sequence, 0) as "lastSequence", last_received_at as "lastReceivedAt",
      coalesce((select gap_count from list_fact where list_fact.authority_id = authority.id
        and sequence = last_sequence limit 1), 0) as skipped,
      ${numbersAsJson} as contact
    from organisation authority left join register_state on register_state.authority_id = authority.id
      left join authority_contact contact on contact.authority_id = authority.id
    where authority.kind = 'authority' and (${isAll}::boolean or authority.id = any (${ids}::uuid[]))
    order by region, authority.name, authority.id`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ authorityId, name, region, contact, ...list }) => ({
      authorityId,
      name,
      region,
      ring: contact && numberNow(contact, now).first,
      list,
    }));
}
