import type { Work } from "@/server/db/work";

/** A device that was off may report a minute after it is on again; then nobody waits for it any more. */
const graceSeconds = 60;

/**
 * Gives every notice an end: what nothing has shown, and nobody refused, by the end of its time has expired. A report
 * that still comes later is put on record all the same. Tells how many.
 */
export function expireNotices({ tx, now }: Work): Promise<number> {
  return tx.$executeRaw`
    update notice set expired_at = ${now}
    where shown_at is null and failed_at is null and expired_at is null
      and ends_at < ${now}::timestamptz - make_interval(secs => ${graceSeconds})`;
}
