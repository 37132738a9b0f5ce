import type { Work } from "@/server/db/work";
import { findSide } from "@/server/domain/alert/messages/find-side";
import { tellScreens } from "@/server/domain/timeline/tell-screens";
import type { AlertId } from "@/server/vocabulary/ids";

export type MessageMilestone = "delivered" | "read";

/**
 * The messages of the other side have come onto this person's screen (delivered), or were looked at there (read). The
 * first report of each counts. Refuses: not found (not on either side of the alert).
 */
export async function markMessages(
  work: Work,
  { alertId, milestone }: { readonly alertId: AlertId; readonly milestone: MessageMilestone },
): Promise<void> {
  const { tx, actor, now } = work;
  const side = await findSide(work, alertId);
  const readAt = milestone === "read" ? now : null;
  const readBy = milestone === "read" && actor.kind === "person" ? actor.personId : null;
  const marked = await tx.$executeRaw`
    update message set delivered_at = coalesce(delivered_at, ${now}), read_at = coalesce(read_at, ${readAt}),
      read_by_id = coalesce(read_by_id, ${readBy}::uuid)
    where alert_id = ${alertId}::uuid and side <> ${side}
      and (delivered_at is null or (read_at is null and ${readAt}::timestamptz is not null))`;
  if (marked > 0) await tellScreens(work, alertId);
}
