import { claimJobs, renewLeases, type HeldJob } from "@/server/db/outbox-claims";
import { jobsChannel } from "@/server/db/outbox";
import { withWork, type Work } from "@/server/db/work";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { WorkerService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";
import { makeBell } from "@/server/vocabulary/bell";
import type { JobLane } from "@/server/vocabulary/job";

/**
 * How many jobs of a lane a worker does at once. Nearly all the time of prompt ones is waiting for push services; a
 * list costs memory and computing.
 */
const concurrency = { prompt: 16, lists: 2 } as const satisfies Record<JobLane, number>;
/** A dead worker's jobs are free after this; a live one prolongs them well before. */
const leaseMilliseconds = 10_000;
const renewMilliseconds = 3_000;
/** Jobs that fall due, and those whose notification was lost, are found this late at the most. */
const pollMilliseconds = 1_000;
const beatMilliseconds = 5_000;
/** How late a turn of the timetable begins at the most. */
const timetableMilliseconds = 2_000;

const lanes: readonly JobLane[] = ["prompt", "lists"];

export interface WorkerAtWork {
  /** Takes up nothing more, and resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/** Does the jobs of the outbox as they fall due, beside any number of other workers, until it is stopped. */
export function workOff(service: WorkerService, worker: string): WorkerAtWork {
  const running = { prompt: new Map<HeldJob, Promise<void>>(), lists: new Map<HeldJob, Promise<void>>() };
  const bells = { prompt: makeBell(), lists: makeBell() };
  let isStopping = false;

  const asWorker = <Result>(useCase: (work: Work) => Promise<Result>) =>
    withWork(service.database, { actor: systemActor("worker"), now: new Date() }, useCase);
  const ringAll = () => lanes.forEach((lane) => bells[lane].ring());
  const allRunning = () => lanes.flatMap((lane) => [...running[lane].keys()]);
  const stopHearing = service.listener.hear(jobsChannel, ringAll);
  const timers = [
    every(beatMilliseconds, showLife),
    every(timetableMilliseconds, lookAtTimetable),
    every(renewMilliseconds, async () => {
      const held = allRunning();
      if (held.length > 0) await asWorker((work) => renewLeases(work, held, leaseEnd(work.now)));
    }),
  ];

  function showLife(): Promise<void> {
    return asWorker((work) => beat(work, worker));
  }

  function lookAtTimetable(): Promise<void> {
    return asWorker((work) => beginTurns(work, timetable));
  }

  function every(milliseconds: number, act: () => Promise<void>): NodeJS.Timeout {
    return setInterval(() => void act().catch(noteTrouble), milliseconds);
  }

  function noteTrouble(error: unknown): [] {
    const name = error instanceof Error ? error.name : "unknown";
    service.log.warn({ error: name }, "worker cannot reach the database");
    return [];
  }

  async function takeUpJobs(lane: JobLane): Promise<void> {
    while (!isStopping) {
      const limit = concurrency[lane] - running[lane].size;
      const claim = { worker, lane, limit, leaseMilliseconds };
      const held = limit === 0 ? [] : await asWorker((work) => claimJobs(work, claim)).catch(noteTrouble);
      held.forEach((job) => begin(lane, job));
      if (held.length < limit || limit === 0) await bells[lane].rung(pollMilliseconds);
    }
  }

  function begin(lane: JobLane, held: HeldJob): void {
    const job = runHeldJob({ service, held, clock: () => new Date() }).finally(() => {
      running[lane].delete(held);
      bells[lane].ring();
    });
    running[lane].set(held, job);
  }

  void showLife().then(lookAtTimetable).catch(noteTrouble);
  const looking = lanes.map(takeUpJobs);
  return {
    stop: async () => {
      isStopping = true;
      ringAll();
      await Promise.all(looking);
      await Promise.all(lanes.flatMap((lane) => [...running[lane].values()]));
      timers.forEach(clearInterval);
      stopHearing();
    },
  };
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMilliseconds);
}

/** For health and the managers' page: this worker is alive. Old names go, since each start has a new one. */
async function beat({ tx, now }: Work, worker: string): Promise<void> {
  await tx.$executeRaw`
    insert into worker_heartbeat (name, beat_at) values (${worker}, ${now})
    on conflict (name) do update set beat_at = excluded.beat_at`;
  await tx.$executeRaw`delete from worker_heartbeat where beat_at < ${now}::timestamptz - interval '1 hour'`;
}
