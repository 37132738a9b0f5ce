import { completeJob, confirmHold, postponeJob, type HeldJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { climbAlert } from "@/server/domain/alert/ladder/climb-alert";
import { tellPeople } from "@/server/domain/alert/tell-people";
import { abandonNotice } from "@/server/domain/push/abandon-notice";
import { prepareNotice, type PreparedPush } from "@/server/domain/push/prepare-notice";
import { recordNoticeAnswer } from "@/server/domain/push/record-notice-answer";
import { chaseReferral } from "@/server/domain/referral/chase-referral";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { asWorker } from "@/server/jobs/as-worker";
import { suggestNumbers } from "@/server/jobs/suggest-numbers";
import { takeInFeed } from "@/server/jobs/take-in-feed";
import type { JobService } from "@/server/jobs/worker-service";
import type { AlertId, NoticeId, ReferralId } from "@/server/vocabulary/ids";
import type { Job } from "@/server/vocabulary/job";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** One job in the hands of a worker. The clock is asked anew for each transaction, since pushes take their time. */
export interface JobRun {
  readonly service: JobService;
  readonly held: HeldJob;
  readonly clock: () => Date;
}

/**
 * Does a job, and says so in the transaction of its effects. May break off at any point and be run again: what was
 * committed is not done twice, and what was only sent is sent again under the same topic and tag.
 */
export async function runJob(run: JobRun, job: Job): Promise<void> {
  switch (job.kind) {
    case "climb-alert":
      return runClimb(run, job.alertId);
    case "tell":
      return runTell(run, job);
    case "chase-referral":
      return runChase(run, job.referralId);
    case "send-notice":
      return runNotice(run, job.noticeId);
    case "take-in-feed":
      return takeInFeed(run, job.feedId);
    case "suggest-numbers":
      return suggestNumbers(run, job.feedId);
  }
}

/** What giving a job up means for those who wait for it. */
export async function recordGivenUp(work: Work, job: Job): Promise<void> {
  switch (job.kind) {
    case "climb-alert":
    case "tell":
    case "chase-referral":
    case "take-in-feed":
    case "suggest-numbers":
      return;
    case "send-notice":
      return abandonNotice(work, job.noticeId);
  }
}

function runClimb(run: JobRun, alertId: AlertId): Promise<void> {
  const { RUNG_MINUTES, LADDER_AGAIN_MINUTES, SHOWN_SECONDS } = run.service.configuration;
  const settings = {
    rungMinutes: RUNG_MINUTES,
    againMinutes: LADDER_AGAIN_MINUTES,
    shownSeconds: SHOWN_SECONDS,
  };

  return asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await climbAlert(work, alertId, settings);
  });
}

function runTell(run: JobRun, about: Extract<Job, { kind: "tell" }>): Promise<void> {
  return asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await tellPeople(work, about);
  });
}

function runChase(run: JobRun, referralId: ReferralId): Promise<void> {
  return asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await chaseReferral(work, referralId);
  });
}

/** The push itself goes out between two transactions: a push service that hangs keeps no lock and no connection. */
async function runNotice(run: JobRun, noticeId: NoticeId): Promise<void> {
  const push = await asWorker(run, (work) => prepare(work, run, noticeId));
  if (push === undefined) return;

  const answer = await sendPush(run.service.sender, {
    subscription: push.subscription,
    message: push.message,
    topic: pushTopic(push.topic),
    ttlSeconds: push.ttlSeconds,
    urgency: "high",
  });
  run.service.log.info({ noticeId: noticeId, answer }, "push answered");
  await asWorker(run, (work) => record(work, run, { noticeId, answer }));
}

async function prepare(work: Work, run: JobRun, noticeId: NoticeId): Promise<PreparedPush | undefined> {
  const { NEXTAUTH_URL, DEVICE_KEY, RECEIPT_KEY } = run.service.configuration;
  const push = await prepareNotice(work, noticeId, {
    origin: NEXTAUTH_URL,
    deviceKey: DEVICE_KEY,
    receiptKey: RECEIPT_KEY,
  });
  if (push === undefined) await completeJob(work, run.held);
  return push;
}

interface Answered {
  readonly noticeId: NoticeId;
  readonly answer: PushAnswer;
}

async function record(work: Work, { held }: JobRun, { noticeId, answer }: Answered): Promise<void> {
  if (!(await confirmHold(work, held))) return;

  const after = await recordNoticeAnswer(work, { noticeId, answer, tries: held.attempts });
  if (after.kind === "again") await postponeJob(work, held, { dueAt: after.at, lastError: answer.reason });
  else await completeJob(work, held);
}
