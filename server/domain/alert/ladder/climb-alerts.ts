import type { Queued } from "@/server/db/outbox";
import { hastenJobs } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { climb, type Climbed } from "@/server/domain/alert/ladder/climb";
import type { LadderSettings } from "@/server/domain/alert/ladder/escalation";
import { readLadders } from "@/server/domain/alert/ladder/read-ladders";
import { queueNoticesOfAlerts } from "@/server/domain/push/queue-notices";
import { addEventsOfAlerts } from "@/server/domain/timeline/add-alert-events";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";

/**
 * Takes every step of these alerts' ladders that is due: tells who is to be told, puts on record why others were not,
 * and leaves the next look at each in the queue, all in the caller's transaction. Each ladder is decided by itself;
 * only reading and writing are shared, in as many round trips for a hundred alerts as for one. The caller has locked
 * the alerts, and what has happened is read after that, so that two workers never take one step twice. A ladder ends
 * only with somebody taking the alert, or with all who asked withdrawing it.
 */
export async function climbAlerts(
  work: Work,
  alertIds: readonly AlertId[],
  settings: LadderSettings,
): Promise<void> {
  const before = Map.groupBy(await readAlertEvents(work, alertIds), ({ alertId }) => alertId);
  const ladders = await readLadders(work, [...before.keys()], settings);

  const climbed = [...ladders].map(([alertId, ladder]) => ({
    alertId,
    ...climb(before.get(alertId) ?? [], { ...ladder, now: work.now }),
  }));
  const happened = climbed.flatMap(({ alertId, events }) => events.map((event) => ({ ...event, alertId })));
  const told = climbed.flatMap(({ alertId, tellings }) =>
    tellings.map((telling) => ({ ...telling, alertId })),
  );
  await addEventsOfAlerts(work, happened);
  await queueNoticesOfAlerts(work, told);
  await hastenJobs(work, climbed.flatMap(nextLook));
}

function nextLook({ alertId, last }: Climbed & { readonly alertId: AlertId }): Required<Queued>[] {
  if (last.kind !== "wait") return [];
  const job = { kind: "climb-alert", alertId } as const;
  return [{ job, dueAt: last.until, uniqueKey: climbKey(alertId) }];
}
