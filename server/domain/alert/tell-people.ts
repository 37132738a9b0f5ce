import type { Work } from "@/server/db/work";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { readManagers } from "@/server/domain/alert/read-managers";
import { queueNotices } from "@/server/domain/push/queue-notices";
import { readChannels } from "@/server/domain/push/read-channels";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId, PersonId } from "@/server/vocabulary/ids";

type Purpose = "offer" | "message" | "news" | "withdrawal" | "referral";

/** Until when each is worth delivering. */
const minutesOf = { offer: 60, message: 60, news: 60, withdrawal: 60, referral: 1_440 } as const;

/**
 * Tells people of something about an alert that is no call to take it: a colleague of an offer; whoever has the alert,
 * or else was called, of a message or of news; all of these of a withdrawal; and of a referral the managers too. By the
 * first channel that each of them has.
 */
export async function tellPeople(
  work: Work,
  { alertId, purpose }: { readonly alertId: AlertId; readonly purpose: Purpose },
): Promise<void> {
  const events = await readAlertEvents(work, [alertId]);
  const managers = purpose === "referral" ? await readManagers(work, alertId) : [];
  const people = [...new Set([...recipients(purpose, events, progressOf(events)), ...managers])];

  const channelsOf = await readChannels(work, people);
  const endsAt = new Date(work.now.getTime() + minutesOf[purpose] * 60_000);
  const tellings = [...channelsOf].flatMap(([personId, [channel]]) =>
    channel ? [{ personId, channel, purpose, endsAt }] : [],
  );
  await queueNotices(work, alertId, tellings);
}

function recipients(
  purpose: Purpose,
  events: readonly AlertEvent[],
  { holderId, offeredTo }: AlertProgress,
): readonly PersonId[] {
  const called = events.flatMap(({ kind, personId }) =>
    personId && (kind === "notified" || kind === "alarmed") ? [personId] : [],
  );
  switch (purpose) {
    case "offer":
      return offeredTo ? [offeredTo.personId] : [];
    case "withdrawal":
      return holderId ? [...called, holderId] : called;
    case "message":
    case "news":
    case "referral":
      return holderId ? [holderId] : called;
  }
}
