import { completeJobs, type HeldJob } from "@/server/db/outbox-claims";
import { claimSends, type Claimed } from "@/server/db/send-claims";
import type { Work } from "@/server/db/work";
import { readNotices, type Notice } from "@/server/domain/push/notice";
import { recordAcceptances, type Acceptance } from "@/server/domain/push/record-acceptances";
import { inBatches } from "@/server/jobs/in-batches";
import { openLane, type Lane } from "@/server/jobs/open-lane";
import { makePushHosts, share } from "@/server/jobs/push-hosts";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { WorkerAt } from "@/server/jobs/worker-at";
import { sendJobKinds } from "@/server/vocabulary/job";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** What a send needs to share with the others of its worker. */
export interface SendBesideOthers {
  /** As it was when the job was taken up; absent where it could not be read. */
  readonly notice: Notice | undefined;
  /** Wants to know what a push service answered, or that it did not, as soon as that is known. */
  readonly hearAnswer: (answer: PushAnswer) => void;
  /** Puts it on record with whatever else was taken in the same moment, and ends the job if the hold is still good. */
  readonly recordAccepted: (accepted: AcceptedSend) => Promise<void>;
}

export interface AcceptedSend extends Acceptance {
  readonly held: HeldJob;
}

interface HeldSend extends HeldJob {
  readonly notice: Notice | undefined;
}

/**
 * Nearly all the time of a send is waiting for a push service, of which seven may hang at once and leave a whole share
 * for the eighth.
 */
export const sendsAtOnce = 8 * share;
/** So long answers of push services gather before others are sent in their place, and before they are put on record. */
const gatherMilliseconds = 20;

/** The lane of the sends. What to send is read for all that are taken up in one go, and what was taken is recorded so. */
export function openSendLane({ service, claim, asWorker, clock }: WorkerAt): Lane {
  const pushHosts = makePushHosts();
  const recordAccepted = inBatches<AcceptedSend>(
    { most: share, milliseconds: gatherMilliseconds },
    (accepted) => asWorker((work) => recordTogether(work, accepted)),
  );

  const lane = openLane<HeldSend>({
    atOnce: sendsAtOnce,
    claim: (limit, underWay) => {
      const rooms = pushHosts.roomsBeside(underWay);
      return claim(async (work, terms) =>
        readSends(work, await claimSends(work, { ...terms, limit, kinds: sendJobKinds }, rooms)),
      );
    },
    divide: (held) => held.map((one) => [one]),
    run: async ([held]) => {
      if (held === undefined) return;
      const hearAnswer = (answer: PushAnswer) => {
        pushHosts.hear(held, answer);
        lookSoon();
      };
      await runHeldJob({ service, held, clock, sends: { notice: held.notice, hearAnswer, recordAccepted } });
    },
  });
  const lookSoon = onceWithin(gatherMilliseconds, lane.look);
  return lane;
}

/** However often it is asked for within so many milliseconds, it is done once, at their end. */
function onceWithin(milliseconds: number, act: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      act();
    }, milliseconds);
  };
}

async function readSends(work: Work, { held, isMore }: Claimed): Promise<Claimed<HeldSend>> {
  const noticeIds = held.flatMap(({ job }) => (job?.kind === "send-notice" ? [job.noticeId] : []));
  const notices = await readNotices(work, noticeIds);
  const noticeOf = ({ job }: HeldJob) =>
    job?.kind === "send-notice" ? notices.get(job.noticeId) : undefined;
  return { held: held.map((one) => ({ ...one, notice: noticeOf(one) })), isMore };
}

/** Only of those whose hold is still good: the others are somebody else's now. */
async function recordTogether(work: Work, accepted: readonly AcceptedSend[]): Promise<void> {
  const own = new Set(
    await completeJobs(
      work,
      accepted.map(({ held }) => held),
    ),
  );
  await recordAcceptances(
    work,
    accepted.filter(({ held }) => own.has(held)),
  );
}
