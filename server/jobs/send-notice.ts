import { completeJob, confirmHold, postponeJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { composeNotice, type NoticeSettings, type PreparedNotice } from "@/server/domain/push/compose-notice";
import { isToBeSent } from "@/server/domain/push/notice";
import { prepareNotice } from "@/server/domain/push/prepare-notice";
import { recordNoticeAnswer } from "@/server/domain/push/record-notice-answer";
import { sendEmail } from "@/server/gateways/email";
import { sendText } from "@/server/gateways/text-message";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { JobService } from "@/server/jobs/worker-service";
import type { NoticeId } from "@/server/vocabulary/ids";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/**
 * The notice itself goes out between two transactions: a service that hangs keeps no lock and no connection. What was
 * read when the job was taken up is not read again, unless there is more to do than to send it.
 */
export async function sendNotice(run: JobRun, noticeId: NoticeId): Promise<void> {
  const { held, service, clock, sends } = run;
  const known = sends?.notice;
  const notice =
    known && isToBeSent(known)
      ? composeNotice(known, noticeSettings(run), clock())
      : await asWorker(run, (work) => prepare(work, run, noticeId));
  if (notice === undefined) return;

  const answer = await send(service, notice, noticeId);
  sends?.hearAnswer(answer);
  service.log.info({ noticeId, channel: notice.channel, answer }, "notice answered");
  const alone = () => asWorker(run, (work) => record(work, run, { noticeId, answer }));
  if (sends && answer.kind === "accepted")
    await sends.recordAccepted({ held, noticeId, answer }).catch(alone);
  else await alone();
}

async function prepare(work: Work, run: JobRun, noticeId: NoticeId): Promise<PreparedNotice | undefined> {
  const notice = await prepareNotice(work, noticeId, noticeSettings(run));
  if (notice === undefined) await completeJob(work, run.held);
  return notice;
}

function noticeSettings({ service }: JobRun): NoticeSettings {
  const { NEXTAUTH_URL, DEVICE_KEY, RECEIPT_KEY } = service.configuration;
  return { origin: NEXTAUTH_URL, deviceKey: DEVICE_KEY, receiptKey: RECEIPT_KEY };
}

const isOff: PushAnswer = { kind: "refused", reason: "Lantern has no service for this channel" };

async function send(service: JobService, notice: PreparedNotice, noticeId: NoticeId): Promise<PushAnswer> {
  switch (notice.channel) {
    case "push":
      return sendPush(service.sender, { ...notice, topic: pushTopic(notice.topic), urgency: "high" });
    case "text":
      return service.texts ? sendText(service.texts, { ...notice, reference: noticeId }) : isOff;
    case "email":
      return service.mail ? sendEmail(service.mail, notice) : isOff;
  }
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
