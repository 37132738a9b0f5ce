import { jobsChannel } from "@/server/db/outbox";
import { claimJobs, renewLeases, type HeldJob } from "@/server/db/outbox-claims";
import { withWork, type Work } from "@/server/db/work";
import { openLane, type Lane } from "@/server/jobs/open-lane";
import { openPromptLane } from "@/server/jobs/open-prompt-lane";
import { openSendLane } from "@/server/jobs/open-send-lane";
import { openWebhookLane } from "@/server/jobs/open-webhook-lane";
import { runHeldJob } from "@/server/jobs/run-held-job";
import { showLife } from "@/server/jobs/show-life";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import type { WorkerAt } from "@/server/jobs/worker-at";
import type { WorkerService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";

/** A list costs memory and computing. */
const listsAtOnce = 2;
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
  const clock = () => new Date();
  const claim: WorkerAt["claim"] = (take) =>
    asWorker((work) => take(work, { worker, leaseMilliseconds })).catch((error: unknown) => {
      noteLost(service, error);
      return { held: [], isMore: false };
    });
  const lanes = openLanes({ service, clock, asWorker, claim });
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

function openLanes(at: WorkerAt): readonly Lane[] {
  return [openPromptLane(at), openSendLane(at), openWebhookLane(at), openListLane(at)];
}

function openListLane({ service, claim, clock }: WorkerAt): Lane {
  return openLane<HeldJob>({
    atOnce: listsAtOnce,
    claim: (limit) =>
      claim(async (work, terms) => {
        const held = await claimJobs(work, { ...terms, limit, lane: "lists" });
        return { held, isMore: held.length === limit };
      }),
    divide: (held) => held.map((one) => [one]),
    run: async (together) => {
      await Promise.all(together.map((held) => runHeldJob({ service, held, clock })));
    },
  });
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
