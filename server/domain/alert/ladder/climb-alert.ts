import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { climb } from "@/server/domain/alert/ladder/climb";
import type { LadderSettings } from "@/server/domain/alert/ladder/escalation";
import { queueNotices } from "@/server/domain/push/queue-notices";
import { readLadder } from "@/server/domain/alert/ladder/read-ladder";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";

/**
 * Takes every step of an alert's ladder that is due: tells who is to be told, puts on record why others were not, and
 * leaves the next look at it in the queue, all in the caller's transaction. Two workers never take one step twice: the
 * alert is locked, and what has happened is read after that. Ends only with somebody taking the alert, or with all who
 * asked withdrawing it.
 */
export async function climbAlert(work: Work, alertId: AlertId, settings: LadderSettings): Promise<void> {
  await lockAlert(work, alertId);
  const before = await readAlertEvents(work, [alertId]);
  if (before.length === 0) return;
  const ladder = await readLadder(work, alertId, settings);

  const { events, tellings, last } = climb(before, { ...ladder, now: work.now });
  await addAlertEvents(work, alertId, events);
  await queueNotices(work, alertId, tellings);
  if (last.kind !== "wait") return;
  const job = { kind: "climb-alert", alertId } as const;
  await hastenJob(work, { job, dueAt: last.until, uniqueKey: climbKey(alertId) });
}
