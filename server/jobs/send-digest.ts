import { completeJob, confirmHold, postponeJob } from "@/server/db/outbox-claims";
import { withWork, type Work } from "@/server/db/work";
import { digestLetter, type DigestLetter } from "@/server/domain/digest/digest-words";
import { weekOf } from "@/server/domain/digest/digest-week";
import { findDigest, type FoundDigest } from "@/server/domain/digest/find-digest";
import { looksLetter } from "@/server/domain/digest/looks-letter";
import { beginDigest, endDigest, unbeginDigest } from "@/server/domain/digest/mark-digest";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readUnusualLooks } from "@/server/domain/looks/review/list-unusual-looks";
import { openAddress } from "@/server/domain/push/sealed-address";
import { sendLetter } from "@/server/gateways/email";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { Job } from "@/server/vocabulary/job";
import type { PushAnswer } from "@/server/vocabulary/push-answer";
import { mayDo } from "@/server/vocabulary/permission";
import type { DigestOutcome } from "@/server/vocabulary/weekly-digest";

type DigestJob = Extract<Job, { kind: "send-digest" }>;

const againMilliseconds = 5 * 60_000;
const mostTries = 20;

/**
 * Sends one person the week, once: that it is begun is committed before the mail server hears of it, and what
 * was begun and never ended is not sent a second time. Nothing goes to who stopped it or has lost the role.
 */
export async function sendDigest(run: JobRun, job: DigestJob): Promise<void> {
  const found = await asWorker(run, (work) => findDigest(work, job.digestId, job.monday));
  if (found === undefined || found.begun === "ended") return end(run, job, undefined);
  if (found.begun === "broken-off") return end(run, job, "not-known");
  if (!found.hasRole) return end(run, job, "no-role");
  if (run.service.mail === undefined) return end(run, job, "no-mail");

  const { DEVICE_KEY, NEXTAUTH_URL } = run.service.configuration;
  const address = openAddress(found.sealedAddress, found.addressDigest, DEVICE_KEY);
  const letter = await writeLetter(run, job, found);
  const isBegun = await asWorker(run, async (work) => {
    if (!(await confirmHold(work, run.held))) return false;
    return beginDigest(work, job);
  });
  if (!isBegun) return;

  const answer = await sendLetter(run.service.mail, {
    address,
    messageId: `<${job.digestId}.${job.monday}@${new URL(NEXTAUTH_URL).hostname}>`,
    ...letter,
  });
  run.service.log.info({ digestId: job.digestId, answer }, "weekly e-mail answered");
  await asWorker(run, (work) => record(work, run, { job, answer }));
}

/** Read on behalf of the person, by the use case of the page: the same as there, and never more than they may see. */
function writeLetter(run: JobRun, { monday }: DigestJob, { reader }: FoundDigest): Promise<DigestLetter> {
  const { from, to } = weekOf(monday);
  const { database, configuration } = run.service;
  const parts = {
    whose: reader.role === "operator" ? "The whole service" : reader.organisationName,
    origin: configuration.NEXTAUTH_URL,
  };
  return withWork(database, { actor: reader, now: run.clock() }, async (work) =>
    mayDo(reader.role, "review:read")
      ? looksLetter(await readUnusualLooks(work), parts)
      : digestLetter(await readFigures(work, { from, to }), parts),
  );
}

interface Answered {
  readonly job: DigestJob;
  readonly answer: PushAnswer;
}

async function record(work: Work, { held }: JobRun, { job, answer }: Answered): Promise<void> {
  if (!(await confirmHold(work, held))) return;
  const mayComeLater = answer.kind === "later" || answer.kind === "unreachable";
  if (mayComeLater && held.attempts < mostTries) {
    await unbeginDigest(work, job);
    const dueAt = new Date(work.now.getTime() + againMilliseconds);
    await postponeJob(work, held, { dueAt, lastError: answer.reason });
    return;
  }
  await endDigest(work, job, answer.kind === "accepted" ? "sent" : "refused");
  await completeJob(work, held);
}

function end(run: JobRun, job: DigestJob, outcome: DigestOutcome | undefined): Promise<void> {
  return asWorker(run, async (work) => {
    if ((await completeJob(work, run.held)) && outcome !== undefined) await endDigest(work, job, outcome);
  });
}
