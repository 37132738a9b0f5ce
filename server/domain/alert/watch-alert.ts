import type { Work } from "@/server/db/work";
import { alertNews } from "@/server/domain/alert/alert-news";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { readCall } from "@/server/domain/alert/read-call";
import { readMessages } from "@/server/domain/alert/messages/read-messages";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

export interface WatchedAlert {
  readonly progress: AlertProgress;
  readonly eventCount: number;
  /** Different whenever something that the page shows is. */
  readonly news: string;
}

/** How far an alert has come, for a page that is open on it. Out of scope, nothing has happened. */
export async function watchAlert(work: Work, alertId: AlertId): Promise<WatchedAlert> {
  const authorityIds = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const inScope = await work.tx.alert.count({ where: { id: alertId, authorityId: { in: authorityIds } } });
  const seen = inScope === 0 ? [] : [alertId];
  const events = await readAlertEvents(work, seen);
  const messages = await readMessages(work, seen);
  const call = inScope === 0 ? { siblings: [], unidentified: null } : await readCall(work, alertId);
  const news = alertNews({ events, messages, call });
  return { progress: progressOf(events), eventCount: events.length, news };
}
