import type { Work } from "@/server/db/work";
import type { ProofId } from "@/server/vocabulary/ids";

/**
 * The push of this proof has arrived and could be read. Safe to repeat: the first arrival counts. False, and nothing
 * happens, for a proof that nobody began.
 */
export async function recordProof({ tx, now }: Work, proofId: ProofId): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    with proven as (
      update delivery_proof set proven_at = ${now}, failure = null
      where id = ${proofId}::uuid and proven_at is null)
    select 1 from delivery_proof where id = ${proofId}::uuid`;
  return rows.length === 1;
}
