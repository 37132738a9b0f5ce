import { z } from "zod";
import type { Work } from "@/server/db/work";
import { findSubscription, type FoundSubscription } from "@/server/domain/webhook/find-subscriptions";
import type { NotifiedEvent } from "@/server/domain/webhook/notification";
import { AlertEventId, type OrganisationId, type WebhookId } from "@/server/vocabulary/ids";

export interface EventsQuestion {
  readonly authorityId: OrganisationId;
  readonly subscriptionId: WebhookId;
  /** Both inclusive, as the subscription counts. */
  readonly since: number;
  readonly until: number;
}

const Event = z.object({ number: z.number(), at: z.date(), eventId: AlertEventId });

const mostEvents = 100;

/** What a subscriber has missed, by its own numbers, at most a hundred from the first that it asks for. */
export async function listSubscriptionEvents(
  work: Work,
  { authorityId, subscriptionId, since, until }: EventsQuestion,
): Promise<{ readonly subscription: FoundSubscription; readonly events: readonly NotifiedEvent[] }> {
  const subscription = await findSubscription(work, authorityId, subscriptionId);
  const { firstNumber } = subscription;
  const rows: unknown = await work.tx.$queryRaw`
    select event.number - ${firstNumber}::int as number, happened.happened_at as at, event.alert_event_id as "eventId"
    from webhook_event event join alert_event happened on happened.id = event.alert_event_id
    where event.authority_id = ${authorityId}::uuid
      and event.number > ${firstNumber}::int
      and event.number - ${firstNumber}::int between ${since}::int and ${until}::int
    order by event.number limit ${mostEvents}`;
  return { subscription, events: z.array(Event).parse(rows) };
}
