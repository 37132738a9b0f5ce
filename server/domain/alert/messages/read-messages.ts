import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, MessageId } from "@/server/vocabulary/ids";

const MessageRow = z.object({
  messageId: MessageId,
  alertId: AlertId,
  side: z.enum(["crew", "duty"]),
  personName: z.string(),
  isOwn: z.boolean(),
  body: z.string(),
  sentAt: z.date(),
  deliveredAt: z.date().nullable(),
  readAt: z.date().nullable(),
});
export type Message = Readonly<z.infer<typeof MessageRow>>;

/** What both sides of these alerts have written, oldest first. The caller has made sure that the alerts are in scope. */
export async function readMessages(
  { tx, actor }: Work,
  alertIds: readonly AlertId[],
): Promise<readonly Message[]> {
  const own = actor.kind === "person" ? actor.personId : null;
  const rows: unknown[] = await tx.$queryRaw`
    select message.id as "messageId", alert_id as "alertId", side, person.name as "personName",
      message.person_id is not distinct from ${own}::uuid as "isOwn", body, sent_at as "sentAt",
      delivered_at as "deliveredAt", read_at as "readAt"
    from message join person on person.id = message.person_id
    where alert_id = any (${alertIds}::uuid[])
    order by sent_at, message.id`;
  return rows.map((row) => MessageRow.parse(row));
}
