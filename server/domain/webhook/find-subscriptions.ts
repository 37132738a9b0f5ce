import { z } from "zod";
import type { Work } from "@/server/db/work";
import { WebhookId, type OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import { subscriptionContents } from "@/server/vocabulary/subscription";
import { webhookStates } from "@/server/vocabulary/webhook";

const FoundSubscription = z.object({
  subscriptionId: WebhookId,
  authorityCode: z.string(),
  authorityName: z.string(),
  address: z.string(),
  state: z.enum(webhookStates),
  content: z.enum(subscriptionContents),
  heartbeatSeconds: z.number().nullable(),
  hasHeader: z.boolean(),
  lastFailure: z.string().nullable(),
  /** Its numbers count from here. */
  firstNumber: z.number(),
  /** How much has happened since. */
  eventCount: z.number(),
});
/** A subscription as its own system sees it; never a secret. */
export type FoundSubscription = Readonly<z.infer<typeof FoundSubscription>>;

const mostListed = 50;

/** The subscriptions of an authority's systems, the newest first; those that are off stand last. */
export function listSubscriptions(
  work: Work,
  authorityId: OrganisationId,
): Promise<readonly FoundSubscription[]> {
  return find(work, authorityId, null);
}

/** One of them. Throws if the authority has none of this id. */
export async function findSubscription(
  work: Work,
  authorityId: OrganisationId,
  subscriptionId: WebhookId,
): Promise<FoundSubscription> {
  const [found] = await find(work, authorityId, subscriptionId);
  if (found === undefined) throw new Refusal("not-found", "This authority has no such subscription.");
  return found;
}

async function find({ tx }: Work, authorityId: OrganisationId, id: WebhookId | null) {
  const rows: unknown = await tx.$queryRaw`
    select webhook.id as "subscriptionId", organisation.code as "authorityCode", organisation.name as "authorityName",
      address, state, content, heartbeat_seconds as "heartbeatSeconds", sealed_header is not null as "hasHeader",
      last_failure as "lastFailure", first_number as "firstNumber",
      coalesce((select max(number) from webhook_event event where event.authority_id = webhook.authority_id),
        first_number) - first_number as "eventCount"
    from webhook join organisation on organisation.id = authority_id
    where authority_id = ${authorityId}::uuid and content is not null
      and (${id}::uuid is null or webhook.id = ${id}::uuid)
    order by state = 'off', made_at desc limit ${mostListed}`;
  return z.array(FoundSubscription).parse(rows);
}
