import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { findSide } from "@/server/domain/alert/messages/find-side";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { tellScreens } from "@/server/domain/timeline/tell-screens";
import { MessageId, type AlertId, type RequestId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface NewMessage {
  readonly alertId: AlertId;
  /** Made on the phone: sent twice, it is one message. */
  readonly requestId: RequestId;
  readonly body: string;
}

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

  const { messageId, isNew } = await write(work, { alertId, requestId, body: written, side });
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

const Written = z.object({ messageId: MessageId, isNew: z.boolean() });

async function write(work: Work, message: NewMessage & { readonly side: string }) {
  const { actor, now, tx } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can write.");
  const { alertId, requestId, body, side } = message;
  const rows: unknown[] = await tx.$queryRaw`
    with added as (
      insert into message (alert_id, request_id, person_id, side, body, sent_at)
      values (${alertId}::uuid, ${requestId}::uuid, ${actor.personId}::uuid, ${side}, ${body}, ${now})
      on conflict (person_id, request_id) do nothing returning id
    )
    select id as "messageId", true as "isNew" from added
    union all
    select id, false from message where person_id = ${actor.personId}::uuid and request_id = ${requestId}::uuid`;
  return Written.parse(rows[0]);
}
