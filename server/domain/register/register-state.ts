import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { OrganisationId } from "@/server/vocabulary/ids";

const StateRow = z.object({ last_sequence: z.number() });

/**
 * Takes an authority's register for this transaction: a second list of the same authority waits here until the first
 * is committed or given up; other authorities go on side by side. Answers the last sequence number, 0 before the first.
 */
export async function lockRegister(work: Work, authorityId: OrganisationId): Promise<number> {
  await work.tx.$executeRaw`
    insert into register_state (authority_id, last_sequence) values (${authorityId}::uuid, 0)
    on conflict (authority_id) do nothing`;
  const rows: unknown[] = await work.tx.$queryRaw`
    select last_sequence from register_state where authority_id = ${authorityId}::uuid for update`;

  return StateRow.parse(rows[0]).last_sequence;
}

interface Advance {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
  /** A list of which nothing could be loaded makes the register no fresher than it was. */
  readonly isFresher: boolean;
}

/** Records that this list is now the authority's newest. */
export async function advanceRegister(
  work: Work,
  { authorityId, sequence, isFresher }: Advance,
): Promise<void> {
  await work.tx.$executeRaw`
    update register_state set last_sequence = ${sequence}::int,
      last_received_at = case when ${isFresher}::boolean then ${work.now}::timestamptz else last_received_at end
    where authority_id = ${authorityId}::uuid`;
}
