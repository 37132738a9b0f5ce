import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { findSide } from "@/server/domain/alert/messages/find-side";
import { writeMessage, type NewMessage } from "@/server/domain/alert/messages/write-message";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { tellScreens } from "@/server/domain/timeline/tell-screens";
import type { MessageId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const mostCharacters = 500;

/**
 * Writes to the other side of an alert. The duty side is told by push, by whoever has the alert; the crew reads it on
 * the card. Refuses: not found (not on either side of it), invalid (empty, or longer than 500 characters).
 */
export async function sendMessage(work: Work, { alertId, requestId, body }: NewMessage): Promise<MessageId> {
  const side = await findSide(work, alertId);
  const written = body.trim();
  if (written === "") throw new Refusal("invalid", "Write something first.");
  if (written.length > mostCharacters)
    throw new Refusal("invalid", `Shorten it to ${String(mostCharacters)} characters, or ring.`);

  const { messageId, isNew } = await writeMessage(work, { alertId, requestId, body: written, side });
  if (!isNew) return messageId;

  await tellScreens(work, alertId);
  if (side === "crew") {
    await queueJob(work, {
      job: { kind: "tell", alertId, purpose: "message" },
      dueAt: work.now,
      uniqueKey: `tell:message:${alertId}`,
    });
  }
  await recordAudit(work, { action: "message:send", outcome: "done", detail: side, concerns: alertId });
  return messageId;
}
