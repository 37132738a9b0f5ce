import { createHash } from "node:crypto";

/** What is kept of a token: it is long and random, so that a plain digest gives nothing away. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
