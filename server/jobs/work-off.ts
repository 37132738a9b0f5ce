import { jobsChannel } from "@/server/db/outbox";
import { claimJobs, renewLeases, type HeldJob } from "@/server/db/outbox-claims";
import { claimSends, type Claimed } from "@/server/db/send-claims";
import { withWork, type Work } from "@/server/db/work";
import { openLane, type Lane } from "@/server/jobs/open-lane";
import { makePushHosts } from "@/server/jobs/push-hosts";
import { runHeldJob } from "@/server/jobs/run-held-job";
import { showLife } from "@/server/jobs/show-life";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import type { WorkerService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";
import type { JobLane } from "@/server/vocabulary/job";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/**
 * How many jobs of a lane a worker does at once. A climb is work for the database; nearly all the time of a send is
 * waiting for a push service, of which seven may hang at once and leave a whole share for the eighth; a list costs
 * memory and computing.
 */
const concurrency: Readonly<Record<JobLane, number>> = { prompt: 16, sends: 128, lists: 2 };
/** A dead worker's jobs are free after this; a live one prolongs them well before. */
const leaseMilliseconds = 10_000;
const renewMilliseconds = 3_000;
const beatMilliseconds = 5_000;
/** How late a turn of the timetable begins at the most. */
const timetableMilliseconds = 2_000;

export interface WorkerAtWork {
  /** Takes up nothing more, and resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/** Does the jobs of the outbox as they fall due, beside any number of other workers, until it is stopped. */
export function workOff(service: WorkerService, worker: string): WorkerAtWork {
  const asWorker = <Result>(useCase: (work: Work) => Promise<Result>) =>
    withWork(service.database, { actor: systemActor("worker"), now: new Date() }, useCase);
  const lanes = openLanes(service, worker, asWorker);
  const stopHearing = service.listener.hear(jobsChannel, () => {
    for (const lane of lanes) lane.look();
  });

  const noteTrouble = (error: unknown) => {
    noteLost(service, error);
  };
  const every = (milliseconds: number, act: (work: Work) => Promise<void>) =>
    setInterval(() => void asWorker(act).catch(noteTrouble), milliseconds);
  const beat = (work: Work) => showLife(work, worker);
  const lookAtTimetable = (work: Work) => beginTurns(work, timetable);
  const renew = (work: Work) => renewHeld(work, lanes);
  const timers = [
    every(beatMilliseconds, beat),
    every(timetableMilliseconds, lookAtTimetable),
    every(renewMilliseconds, renew),
  ];
  void asWorker(beat)
    .then(() => asWorker(lookAtTimetable))
    .catch(noteTrouble);

  return {
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
      timers.forEach(clearInterval);
      stopHearing();
    },
  };
}

type AsWorker = <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;

function openLanes(service: WorkerService, worker: string, asWorker: AsWorker): readonly Lane[] {
  const pushHosts = makePushHosts();
  const clock = () => new Date();
  const orNothing = (claimed: Promise<Claimed>) =>
    claimed.catch((error: unknown): Claimed => {
      noteLost(service, error);
      return { held: [], isMore: false };
    });

  const laneOf = (lane: JobLane) =>
    openLane({
      atOnce: concurrency[lane],
      claim: (limit) =>
        orNothing(
          asWorker(async (work) => {
            const held = await claimJobs(work, { worker, limit, leaseMilliseconds, lane });
            return { held, isMore: held.length === limit };
          }),
        ),
      run: (held) => runHeldJob({ service, held, clock }),
    });
  const sends = openLane({
    atOnce: concurrency.sends,
    claim: (limit, underWay) => {
      const rooms = pushHosts.roomsBeside(underWay);
      return orNothing(asWorker((work) => claimSends(work, { worker, limit, leaseMilliseconds }, rooms)));
    },
    run: (held) => {
      const hearAnswer = (answer: PushAnswer) => {
        pushHosts.hear(held.pushHost, answer);
      };
      return runHeldJob({ service, held, clock, hearAnswer });
    },
  });
  return [laneOf("prompt"), sends, laneOf("lists")];
}

/** Prolongs what this worker does at this moment. */
async function renewHeld(work: Work, lanes: readonly Lane[]): Promise<void> {
  const held: readonly HeldJob[] = lanes.flatMap((lane) => lane.underWay());
  const leasedUntil = new Date(work.now.getTime() + leaseMilliseconds);
  if (held.length > 0) await renewLeases(work, held, leasedUntil);
}

function noteLost({ log }: WorkerService, error: unknown): void {
  log.warn({ error: error instanceof Error ? error.name : "unknown" }, "worker cannot reach the database");
}
