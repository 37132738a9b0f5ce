import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId } from "@/server/vocabulary/ids";

/**
 * Until the transaction ends nobody else decides about this alert: what is read next stays true while the decision is
 * written. An advisory lock, since the running role may not change rows of `alert` and hence not lock them either.
 */
export async function lockAlert({ tx }: Work, alertId: AlertId): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`alert:${alertId}`}, 0))::text`;
}

const Locked = z.object({ alertId: AlertId });

/** The same for as many of these alerts as nobody else is deciding about at this moment; gives them. Waits for nobody. */
export async function lockFreeAlerts(
  { tx }: Work,
  alertIds: readonly AlertId[],
): Promise<ReadonlySet<AlertId>> {
  const rows: unknown[] = await tx.$queryRaw`
    select id as "alertId" from unnest(${alertIds}::uuid[]) as wanted (id)
    where pg_try_advisory_xact_lock(hashtextextended('alert:' || id::text, 0))`;
  return new Set(rows.map((row) => Locked.parse(row).alertId));
}
