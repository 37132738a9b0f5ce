import { z } from "zod";
import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { afterAnswer, type NewStanding } from "@/server/domain/webhook/after-answer";
import type { WebhookDeliveryId, WebhookId } from "@/server/vocabulary/ids";
import { webhookKey } from "@/server/vocabulary/job";
import { webhookStates, type WebhookAnswer } from "@/server/vocabulary/webhook";

export interface Answered {
  readonly webhookId: WebhookId;
  readonly deliveryId: WebhookDeliveryId;
  readonly answer: WebhookAnswer;
}

const Standing = z.object({
  state: z.enum(webhookStates),
  failures: z.number(),
  isSubscription: z.boolean(),
});

/** Puts on record what became of a delivery, and gives how its address stands now. */
export async function recordAnswer(work: Work, answered: Answered): Promise<NewStanding> {
  const { webhookId, answer } = answered;
  const after = afterAnswer(await lockStanding(work, webhookId), answer, work.now);
  await writeAnswer(work, answered, after);
  return after;
}

/**
 * The same of a test. One that is taken makes the address active, and whatever waits for it goes out at once; one that is
 * not says so beside itself and changes nothing. A subscription's handshake is tried again, since nobody is there to press
 * a button: gives when.
 */
export async function recordTestAnswer(work: Work, answered: Answered): Promise<Date | undefined> {
  const { webhookId, answer } = answered;
  await waitForNumbers(work, webhookId);
  const before = await lockStanding(work, webhookId);
  const isHandshake = before.isSubscription && before.state === "requested";
  if (answer.kind === "failed" && !isHandshake) {
    await work.tx.$executeRaw`
      update webhook_delivery set taken_at = null, last_failure = ${answer.reason} where id = ${answered.deliveryId}::uuid`;
    return undefined;
  }
  const after = afterAnswer(before, answer, work.now);
  await writeAnswer(work, answered, after);
  if (after.state === "active") {
    const job = { kind: "deliver-webhook", webhookId } as const;
    await hastenJob(work, { job, dueAt: work.now, uniqueKey: webhookKey(webhookId) });
  }
  return after.retryAt;
}

/** What is given its number at this moment has not seen that this address is active, and would wait for the next event. */
async function waitForNumbers({ tx }: Work, webhookId: WebhookId): Promise<void> {
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended('webhook numbers ' || authority_id, 0))::text from webhook
    where id = ${webhookId}::uuid`;
}

async function lockStanding({ tx }: Work, webhookId: WebhookId) {
  const rows: unknown[] = await tx.$queryRaw`
    select state, failures, content is not null as "isSubscription" from webhook where id = ${webhookId}::uuid for update`;
  return Standing.parse(rows[0]);
}

/** The delivery and how its address stands, in one statement; the number of what was taken is the address's last. */
async function writeAnswer(
  { tx, now }: Work,
  { webhookId, deliveryId, answer }: Answered,
  { state, failures, retryAt }: NewStanding,
): Promise<void> {
  const takenAt = answer.kind === "taken" ? now : null;
  const reason = reasonOf(answer);
  await tx.$executeRaw`
    with delivery as (
      update webhook_delivery set taken_at = ${takenAt}::timestamptz, last_failure = ${reason}::text
      where id = ${deliveryId}::uuid returning number, taken_at
    )
    update webhook set state = ${state}, failures = ${failures}, retry_at = ${retryAt ?? null}::timestamptz,
      last_failure = ${reason}::text, answered_at = coalesce(${takenAt}::timestamptz, answered_at),
      last_number = greatest(last_number, (select number from delivery where taken_at is not null)),
      off_at = case when ${state} = 'off' then coalesce(off_at, ${now}::timestamptz) end
    where id = ${webhookId}::uuid`;
}

function reasonOf(answer: WebhookAnswer): string | null {
  return answer.kind === "taken" ? null : answer.reason;
}
