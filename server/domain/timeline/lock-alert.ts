import type { Work } from "@/server/db/work";
import type { AlertId } from "@/server/vocabulary/ids";

/**
 * Until the transaction ends nobody else decides about this alert: what is read next stays true while the decision is
 * written. An advisory lock, since the running role may not change rows of `alert` and hence not lock them either.
 */
export async function lockAlert({ tx }: Work, alertId: AlertId): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`alert:${alertId}`}, 0))::text`;
}
