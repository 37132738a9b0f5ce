import { completeJob, confirmHold, postponeJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { prepareDelivery, prepareTest } from "@/server/domain/webhook/prepare-delivery";
import { recordAnswer, recordTestAnswer } from "@/server/domain/webhook/record-answer";
import type { PreparedDelivery } from "@/server/domain/webhook/write-message";
import { sendWebhook } from "@/server/gateways/webhook";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import type { WebhookId } from "@/server/vocabulary/ids";
import type { Job } from "@/server/vocabulary/job";
import type { WebhookAnswer } from "@/server/vocabulary/webhook";

/** After so long a job gives its place to others, and goes on when it is its turn again. */
const turnMilliseconds = 2_000;

/**
 * Tells one address what it has not taken, one after the other, each between two transactions: a system that hangs keeps no
 * lock and no connection. The job goes on until there is nothing left, or waits for the next sign of life; it ends only while its row is locked, so that whatever is
 * numbered meanwhile finds it and makes it look again, or finds it gone and queues another.
 */
export async function deliverWebhook(run: JobRun, webhookId: WebhookId): Promise<void> {
  const turnEndsAt = new Date(run.clock().getTime() + turnMilliseconds);
  let next = await asWorker(run, async (work) =>
    (await confirmHold(work, run.held)) ? takeUpNext(work, run, webhookId) : undefined,
  );
  while (next !== undefined) {
    const { deliveryId } = next;
    const answer = await send(run, webhookId, next);
    next = await asWorker(run, async (work) => {
      if (!(await confirmHold(work, run.held))) return undefined;
      const { state, retryAt } = await recordAnswer(work, { webhookId, deliveryId, answer });
      if (state === "off") await completeJob(work, run.held);
      else if (retryAt !== undefined) await postponeJob(work, run.held, { dueAt: retryAt });
      else if (work.now < turnEndsAt) return takeUpNext(work, run, webhookId);
      else await postponeJob(work, run.held, { dueAt: work.now });
      return undefined;
    });
  }
}

/** The next delivery; without one the job has ended, or waits. */
async function takeUpNext(
  work: Work,
  run: JobRun,
  webhookId: WebhookId,
): Promise<PreparedDelivery | undefined> {
  const next = await prepareDelivery(work, webhookId, settingsOf(run));
  if (next.kind === "nothing") await completeJob(work, run.held);
  if (next.kind === "wait") await postponeJob(work, run.held, { dueAt: next.until });
  return next.kind === "send" ? next.delivery : undefined;
}

/**
 * Sends one test, once: whether it was taken stands on the page, where there is a button for another. A subscription's
 * handshake goes out until it is taken.
 */
export async function testWebhookNow(
  run: JobRun,
  { webhookId, deliveryId }: Extract<Job, { kind: "test-webhook" }>,
): Promise<void> {
  const prepared = await asWorker(run, async (work) => {
    const test = await prepareTest(work, { webhookId, deliveryId }, settingsOf(run));
    if (test === undefined) await completeJob(work, run.held);
    return test;
  });
  if (prepared === undefined) return;

  const answer = await send(run, webhookId, prepared);
  await asWorker(run, async (work) => {
    if (!(await confirmHold(work, run.held))) return;
    const retryAt = await recordTestAnswer(work, { webhookId, deliveryId, answer });
    if (retryAt === undefined) await completeJob(work, run.held);
    else await postponeJob(work, run.held, { dueAt: retryAt });
  });
}

async function send(
  { service, hearSilence }: JobRun,
  webhookId: WebhookId,
  { deliveryId, ...delivery }: PreparedDelivery,
): Promise<WebhookAnswer> {
  const answer = await sendWebhook(service.webhooks, delivery);
  hearSilence?.(answer.kind === "failed" && answer.isSilent);
  service.log.info({ webhookId, deliveryId, answer }, "webhook answered");
  return answer;
}

function settingsOf({ service }: JobRun) {
  const { configuration } = service;
  return { deviceKey: configuration.DEVICE_KEY, base: fhirBase(configuration) };
}
