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
      where id = ${proofId}::uuid and proven_at is null returning begun_at),
    -- Counted on the day on which it began, so that no more arrive than were sent.
    counted as (
      update proof_day set proven_count = proven_count + 1,
        first_proven_at = least(first_proven_at, ${now}::timestamptz),
        last_proven_at = greatest(last_proven_at, ${now}::timestamptz),
        longest_gap_seconds = greatest(longest_gap_seconds, extract(epoch from ${now}::timestamptz - last_proven_at)::int)
      from proven where day = (begun_at at time zone 'Europe/London')::date)
    select 1 from delivery_proof where id = ${proofId}::uuid`;
  return rows.length === 1;
}
