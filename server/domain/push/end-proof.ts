import type { Work } from "@/server/db/work";
import type { ProofId } from "@/server/vocabulary/ids";

interface EndedProof {
  readonly proofId: ProofId;
  /** Why it was not proven, in words, should it not have been. */
  readonly failure: string;
}

/** Puts on record why a delivery was not proven. One that was proven in the meantime stays proven. */
export async function endProof({ tx }: Work, { proofId, failure }: EndedProof): Promise<void> {
  await tx.$executeRaw`
    update delivery_proof set failure = ${failure} where id = ${proofId}::uuid and proven_at is null`;
}
