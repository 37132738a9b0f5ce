import { completeJob, confirmHold, postponeJob, type HeldJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { climbAlert } from "@/server/domain/alert/climb-alert";
import { abandonPush } from "@/server/domain/push/abandon-push";
import { preparePush, type PreparedPush } from "@/server/domain/push/prepare-push";
import { recordPushAnswer } from "@/server/domain/push/record-push-answer";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { asWorker } from "@/server/jobs/as-worker";
import { proveDelivery } from "@/server/jobs/prove-delivery";
import { suggestNumbers } from "@/server/jobs/suggest-numbers";
import { takeInFeed } from "@/server/jobs/take-in-feed";
import type { JobService } from "@/server/jobs/worker-service";
import type { AlertId, NoticeId } from "@/server/vocabulary/ids";
import type { Job } from "@/server/vocabulary/job";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** One job in the hands of a worker. The clock is asked anew for each transaction, since pushes take their time. */
export interface JobRun {
  readonly service: JobService;
  readonly held: HeldJob;
  readonly clock: () => Date;
  /** Wants to know what a push service answered, or that it did not, as soon as that is known. */
  readonly hearAnswer?: (answer: PushAnswer) => void;
}

/**
 * Does a job, and says so in the transaction of its effects. May break off at any point and be run again: what was
 * committed is not done twice, and what was only sent is sent again under the same topic and tag.
 */
export async function runJob(run: JobRun, job: Job): Promise<void> {
  switch (job.kind) {
    case "climb-alert":
      return runClimb(run, job.alertId);
    case "send-push":
      return runPush(run, job.noticeId);
    case "take-in-feed":
      return takeInFeed(run, job.feedId);
    case "suggest-numbers":
      return suggestNumbers(run, job.feedId);
    case "prove-delivery":
      return proveDelivery(run);
  }
}

/** What giving a job up means for those who wait for it. */
export async function recordGivenUp(work: Work, job: Job): Promise<void> {
  switch (job.kind) {
    case "climb-alert":
    case "take-in-feed":
    case "suggest-numbers":
    case "prove-delivery":
      return;
    case "send-push":
      return abandonPush(work, job.noticeId);
  }
}

function runClimb(run: JobRun, alertId: AlertId): Promise<void> {
  const { RUNG_MINUTES, LADDER_AGAIN_MINUTES } = run.service.configuration;
  const settings = { rungMinutes: RUNG_MINUTES, againMinutes: LADDER_AGAIN_MINUTES };

  return asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await climbAlert(work, alertId, settings);
  });
}

/** The push itself goes out between two transactions: a push service that hangs keeps no lock and no connection. */
async function runPush(run: JobRun, noticeId: NoticeId): Promise<void> {
  const push = await asWorker(run, (work) => prepare(work, run, noticeId));
  if (push === undefined) return;

  const answer = await sendPush(run.service.sender, {
    subscription: push.subscription,
    message: push.message,
    topic: pushTopic(push.alertId),
    ttlSeconds: push.ttlSeconds,
    urgency: "high",
  });
  run.hearAnswer?.(answer);
  run.service.log.info({ noticeId: noticeId, answer }, "push answered");
  await asWorker(run, (work) => record(work, run, { noticeId, answer }));
}

async function prepare(work: Work, run: JobRun, noticeId: NoticeId): Promise<PreparedPush | undefined> {
  const { NEXTAUTH_URL, DEVICE_KEY, RECEIPT_KEY, RUNG_MINUTES } = run.service.configuration;
  const push = await preparePush(work, noticeId, {
    origin: NEXTAUTH_URL,
    deviceKey: DEVICE_KEY,
    receiptKey: RECEIPT_KEY,
    rungMinutes: RUNG_MINUTES,
  });
  if (push === undefined) await completeJob(work, run.held);
  return push;
}

interface Answered {
  readonly noticeId: NoticeId;
  readonly answer: PushAnswer;
}

async function record(work: Work, { service, held }: JobRun, { noticeId, answer }: Answered): Promise<void> {
  if (!(await confirmHold(work, held))) return;

  const rungMinutes = service.configuration.RUNG_MINUTES;
  const after = await recordPushAnswer(work, { noticeId, answer, tries: held.attempts }, { rungMinutes });
  if (after.kind === "again") await postponeJob(work, held, { dueAt: after.at, lastError: answer.reason });
  else await completeJob(work, held);
}
