import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Side } from "@/server/domain/alert/messages/find-side";
import { MessageId, type AlertId, type RequestId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface NewMessage {
  readonly alertId: AlertId;
  /** Made on the phone: sent twice, it is one message. */
  readonly requestId: RequestId;
  readonly body: string;
}

const Written = z.object({ messageId: MessageId, isNew: z.boolean() });

/** Puts a message on record, once for each request; the caller has made sure of the side. */
export async function writeMessage(
  work: Work,
  message: NewMessage & { readonly side: Side },
): Promise<z.infer<typeof Written>> {
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
