import { z } from "zod";
import type { Work } from "@/server/db/work";
import { WebhookId } from "@/server/vocabulary/ids";
import { subscriptionContents } from "@/server/vocabulary/subscription";
import { webhookStates } from "@/server/vocabulary/webhook";

const bytes = z.instanceof(Uint8Array);

const Told = z.object({
  webhookId: WebhookId,
  authority: z.string(),
  address: z.string(),
  state: z.enum(webhookStates),
  sealedSecret: bytes,
  earlierSealedSecret: bytes.nullable(),
  earlierEndsAt: z.date().nullable(),
  /** When it last took anything. */
  answeredAt: z.date().nullable(),
  lastFailure: z.string().nullable(),
  /** Null for a signed webhook; the rest is of subscriptions. */
  content: z.enum(subscriptionContents).nullable(),
  heartbeatSeconds: z.number().nullable(),
  sealedHeader: bytes.nullable(),
  firstNumber: z.number().nullable(),
  /** The highest number of the authority so far. */
  newestNumber: z.number(),
});
export type Told = Readonly<z.infer<typeof Told>>;

/** An address with all that a message to it needs. */
export async function readTold({ tx }: Work, webhookId: WebhookId): Promise<Told> {
  const rows: unknown[] = await tx.$queryRaw`
    select webhook.id as "webhookId", organisation.code as authority, address, state, sealed_secret as "sealedSecret",
      earlier_sealed_secret as "earlierSealedSecret", earlier_ends_at as "earlierEndsAt", answered_at as "answeredAt",
      last_failure as "lastFailure", content, heartbeat_seconds as "heartbeatSeconds", sealed_header as "sealedHeader",
      first_number as "firstNumber",
      coalesce((select max(number) from webhook_event event where event.authority_id = webhook.authority_id), 0)
        as "newestNumber"
    from webhook join organisation on organisation.id = authority_id where webhook.id = ${webhookId}::uuid`;
  return Told.parse(rows[0]);
}
