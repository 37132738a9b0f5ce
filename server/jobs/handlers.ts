import { completeJob, type HeldJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { climbAlerts } from "@/server/domain/alert/ladder/climb-alerts";
import { hastenClimbs } from "@/server/domain/alert/ladder/hasten-climbs";
import { tellPeople } from "@/server/domain/alert/tell-people";
import { tellHandedCard } from "@/server/domain/lookup/hand-over/tell-handed-card";
import { abandonNotice } from "@/server/domain/push/abandon-notice";
import { planDigests } from "@/server/domain/digest/plan-digests";
import { expireNotices } from "@/server/domain/push/expire-notices";
import { checkReach } from "@/server/domain/reach/check-reach";
import { planReachChecks } from "@/server/domain/reach/plan-reach-checks";
import { reachSettings } from "@/server/domain/reach/reach-settings";
import { recheckReach } from "@/server/domain/reach/recheck-reach";
import { chaseReferral } from "@/server/domain/referral/chase-referral";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { tellCaseSystems } from "@/server/domain/webhook/tell-case-systems";
import { asWorker } from "@/server/jobs/as-worker";
import { ladderSettings } from "@/server/jobs/ladder-settings";
import { countFigures } from "@/server/jobs/count-figures";
import { deliverWebhook, testWebhookNow } from "@/server/jobs/deliver-webhook";
import { proveDelivery } from "@/server/jobs/prove-delivery";
import { removeOldRows } from "@/server/jobs/remove-old-rows";
import type { SendBesideOthers } from "@/server/jobs/open-send-lane";
import { sendDigest } from "@/server/jobs/send-digest";
import { sendNotice } from "@/server/jobs/send-notice";
import { suggestNumbers } from "@/server/jobs/suggest-numbers";
import { takeInFeed } from "@/server/jobs/take-in-feed";
import type { JobService } from "@/server/jobs/worker-service";
import type { AlertId } from "@/server/vocabulary/ids";
import type { Job } from "@/server/vocabulary/job";

/** One job in the hands of a worker. The clock is asked anew for each transaction, since pushes take their time. */
export interface JobRun {
  readonly service: JobService;
  readonly held: HeldJob;
  readonly clock: () => Date;
  /** Of a send that a worker does beside others. */
  readonly sends?: SendBesideOthers;
  /** Of a delivery to a case system: hears whether it answered nothing at all. */
  readonly hearSilence?: (isSilent: boolean) => void;
}

/**
 * Does a job, and says so in the transaction of its effects. May break off at any point and be run again: what was
 * committed is not done twice, and what was only sent is sent again under the same topic and tag.
 */
export async function runJob(run: JobRun, job: Job): Promise<void> {
  if (isReachJob(job)) return lookAtReach(run, job);
  if (isTelling(job)) return tell(run, job);
  if (isTurn(job)) return atOnce(run, turns[job.kind]);
  if (isDelivery(job)) return deliver(run, job);
  switch (job.kind) {
    case "climb-alert":
      return asWorker(run, (work) => climb(work, run, job.alertId));
    case "hasten-climbs":
      return atOnce(run, (work) => hastenClimbs(work, job.teamId));
    case "take-in-feed":
      return takeInFeed(run, job.feedId);
    case "suggest-numbers":
      return suggestNumbers(run, job.feedId);
  }
}

/** What comes again by the clock and is one use case. */
const turns = {
  "expire-notices": expireNotices,
  "count-figures": countFigures,
  "plan-digests": planDigests,
  "remove-old": removeOldRows,
} as const;

type Turn = Extract<Job, { kind: keyof typeof turns }>;

function isTurn(job: Job): job is Turn {
  return job.kind in turns;
}

type Delivery = Extract<
  Job,
  {
    kind: "send-notice" | "send-digest" | "prove-delivery" | "deliver-webhook" | "test-webhook";
  }
>;

function isDelivery(job: Job): job is Delivery {
  return ["send-notice", "send-digest", "prove-delivery", "deliver-webhook", "test-webhook"].includes(
    job.kind,
  );
}

/** Waits for somebody else's server. */
function deliver(run: JobRun, job: Delivery): Promise<void> {
  switch (job.kind) {
    case "send-notice":
      return sendNotice(run, job.noticeId);
    case "send-digest":
      return sendDigest(run, job);
    case "prove-delivery":
      return proveDelivery(run);
    case "deliver-webhook":
      return deliverWebhook(run, job.webhookId);
    case "test-webhook":
      return testWebhookNow(run, job);
  }
}

type Telling = Extract<Job, { kind: "tell" | "tell-card" | "tell-case-systems" | "chase-referral" }>;

function isTelling(job: Job): job is Telling {
  return ["tell", "tell-card", "tell-case-systems", "chase-referral"].includes(job.kind);
}

/** Leaves notices for people, or deliveries to systems, in the queue, or sees to it that it will. */
function tell(run: JobRun, job: Telling): Promise<void> {
  switch (job.kind) {
    case "tell":
      return atOnce(run, (work) => tellPeople(work, job));
    case "tell-card":
      return atOnce(run, (work) => tellHandedCard(work, job.handoverId));
    case "tell-case-systems":
      return atOnce(run, (work) => tellCaseSystems(work, job.authorityId));
    case "chase-referral":
      return atOnce(run, (work) => chaseReferral(work, job.referralId));
  }
}

type ReachJob = Extract<Job, { kind: "plan-reach-checks" | "check-reach" | "recheck-reach" }>;

function isReachJob(job: Job): job is ReachJob {
  return ["plan-reach-checks", "check-reach", "recheck-reach"].includes(job.kind);
}

function lookAtReach(run: JobRun, job: ReachJob): Promise<void> {
  const settings = reachSettings(run.service.configuration);
  switch (job.kind) {
    case "plan-reach-checks":
      return atOnce(run, (work) => planReachChecks(work, settings));
    case "check-reach":
      return atOnce(run, (work) => checkReach(work, job.reachCheckId, settings));
    case "recheck-reach":
      return atOnce(run, (work) => recheckReach(work, job.personId, settings));
  }
}

/** What giving a job up means for those who wait for it. */
export async function recordGivenUp(work: Work, job: Job): Promise<void> {
  if (job.kind === "send-notice") await abandonNotice(work, job.noticeId);
}

/** The alert is locked first: whoever decides about it may be waiting to queue another look at it. */
async function climb(work: Work, { service, held }: JobRun, alertId: AlertId): Promise<void> {
  await lockAlert(work, alertId);
  if (await completeJob(work, held)) {
    await climbAlerts(work, [alertId], ladderSettings(service.configuration));
  }
}

/** A job that is one use case: its effects and its end are one transaction. */
function atOnce(run: JobRun, useCase: (work: Work) => Promise<unknown>): Promise<void> {
  return asWorker(run, async (work) => {
    if (await completeJob(work, run.held)) await useCase(work);
  });
}
