import { z } from "zod";
import { ProofId } from "@/server/vocabulary/ids";
import { isPlainLoopback } from "@/server/vocabulary/safe-address";

/** One proof a minute is meant: three in a row did not come. */
export const silentAfterSeconds = 180;

/** What the service pushes to itself: which proof this is, and nothing else. */
export const ProofMessage = z.object({ proof: ProofId });
export type ProofMessage = Readonly<z.infer<typeof ProofMessage>>;

interface OwnAddresses {
  readonly NEXTAUTH_URL: string;
  readonly PROOF_URL?: string | undefined;
}

/**
 * The one address on the service itself to which it pushes, as the worker reaches it. Undefined where that would not be
 * https: plain http is for a laptop only, where people too reach the service by http on the same machine. Pure.
 */
export function proofDoor({ NEXTAUTH_URL, PROOF_URL }: OwnAddresses): string | undefined {
  const door = new URL("/api/push/proofs", PROOF_URL ?? NEXTAUTH_URL);
  if (door.username !== "" || door.password !== "") return undefined;
  if (door.protocol === "https:") return door.href;
  return isPlainLoopback(door) && isPlainLoopback(new URL(NEXTAUTH_URL)) ? door.href : undefined;
}
