import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { WebhookDeliveryId, WebhookId } from "@/server/vocabulary/ids";
import { webhookStates } from "@/server/vocabulary/webhook";

const instant = z.string().transform((text) => new Date(text));

const ListedDelivery = z.object({
  deliveryId: WebhookDeliveryId,
  /** Null for a test. */
  number: z.number().nullable(),
  attempts: z.number(),
  triedAt: instant.nullable(),
  takenAt: instant.nullable(),
  lastFailure: z.string().nullable(),
});
export type ListedDelivery = Readonly<z.infer<typeof ListedDelivery>>;

const ListedWebhook = z.object({
  webhookId: WebhookId,
  address: z.string(),
  state: z.enum(webhookStates),
  madeAt: z.date(),
  /** Null for a subscription, which a case system made by itself. */
  madeBy: z.string().nullable(),
  /** When it last took anything. */
  answeredAt: z.date().nullable(),
  lastFailure: z.string().nullable(),
  retryAt: z.date().nullable(),
  /** A secret that is being replaced still counts until then. */
  earlierEndsAt: z.date().nullable(),
  offAt: z.date().nullable(),
  /** Null where it said itself that it is gone. */
  offBy: z.string().nullable(),
  /** How much it has not taken yet. */
  waiting: z.number(),
  deliveries: z.array(ListedDelivery),
});
/** An address as its managers see it; never a secret. */
export type ListedWebhook = Readonly<z.infer<typeof ListedWebhook>>;

const shownDeliveries = 10;

/** Where the case system of the person's authority is told, with the last ten deliveries to each; what is off stands last. */
export async function listWebhooks(work: Work): Promise<readonly ListedWebhook[]> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown = await work.tx.$queryRaw`
    select webhook.id as "webhookId", address, state, made_at as "madeAt", maker.name as "madeBy",
      answered_at as "answeredAt", last_failure as "lastFailure", retry_at as "retryAt",
      case when earlier_ends_at > ${work.now}::timestamptz then earlier_ends_at end as "earlierEndsAt",
      off_at as "offAt", ender.name as "offBy",
      (select count(*)::int from webhook_event event where event.authority_id = webhook.authority_id
        and event.number > webhook.last_number) as waiting,
      (select coalesce(json_agg(json_build_object('deliveryId', shown.id, 'number', shown.number,
          'attempts', shown.attempts, 'triedAt', shown.tried_at, 'takenAt', shown.taken_at,
          'lastFailure', shown.last_failure) order by shown.made_at desc, shown.number desc nulls first), '[]')
        from (select * from webhook_delivery where webhook_id = webhook.id
          order by made_at desc, number desc nulls first limit ${shownDeliveries}) shown) as deliveries
    from webhook left join person maker on maker.id = made_by_id left join person ender on ender.id = off_by_id
    where authority_id = any (${own}::uuid[])
    order by state = 'off', made_at desc limit 20`;
  await recordAudit(work, { action: "webhook:manage", outcome: "done", detail: "listed" });
  return z.array(ListedWebhook).parse(rows);
}
