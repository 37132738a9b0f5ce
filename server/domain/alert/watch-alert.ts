import type { Work } from "@/server/db/work";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

export interface WatchedAlert {
  readonly progress: AlertProgress;
  readonly eventCount: number;
}

/** How far an alert has come, for a page that is open on it. Out of scope, nothing has happened. */
export async function watchAlert(work: Work, alertId: AlertId): Promise<WatchedAlert> {
  const authorityIds = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const inScope = await work.tx.alert.count({ where: { id: alertId, authorityId: { in: authorityIds } } });
  const events = inScope === 0 ? [] : await readAlertEvents(work, [alertId]);
  return { progress: progressOf(events), eventCount: events.length };
}
