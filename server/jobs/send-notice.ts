import { completeJob, confirmHold, postponeJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { prepareNotice, type PreparedPush } from "@/server/domain/push/prepare-notice";
import { recordNoticeAnswer } from "@/server/domain/push/record-notice-answer";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { NoticeId } from "@/server/vocabulary/ids";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** The notice itself goes out between two transactions: a service that hangs keeps no lock and no connection. */
export async function sendNotice(run: JobRun, noticeId: NoticeId): Promise<void> {
  const push = await asWorker(run, (work) => prepare(work, run, noticeId));
  if (push === undefined) return;

  const answer = await sendPush(run.service.sender, {
    subscription: push.subscription,
    message: push.message,
    topic: pushTopic(push.topic),
    ttlSeconds: push.ttlSeconds,
    urgency: "high",
  });
  run.service.log.info({ noticeId, answer }, "push answered");
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
