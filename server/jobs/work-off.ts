import { claimJobs, renewLeases, type HeldJob } from "@/server/db/outbox-claims";
import { jobsChannel } from "@/server/db/outbox";
import { withWork, type Work } from "@/server/db/work";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { WorkerService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";
import { makeBell } from "@/server/vocabulary/bell";

/** How many jobs a worker does at once: nearly all of their time is waiting for push services. */
const concurrency = 16;
/** A dead worker's jobs are free after this; a live one prolongs them well before. */
const leaseMilliseconds = 10_000;
const renewMilliseconds = 3_000;
/** Jobs that fall due, and those whose notification was lost, are found this late at the most. */
const pollMilliseconds = 1_000;
const beatMilliseconds = 5_000;

export interface WorkerAtWork {
  /** Takes up nothing more, and resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/** Does the jobs of the outbox as they fall due, beside any number of other workers, until it is stopped. */
export function workOff(service: WorkerService, worker: string): WorkerAtWork {
  const running = new Map<HeldJob, Promise<void>>();
  const bell = makeBell();
  let isStopping = false;

  const asWorker = <Result>(useCase: (work: Work) => Promise<Result>) =>
    withWork(service.database, { actor: systemActor("worker"), now: new Date() }, useCase);
  const stopHearing = service.listener.hear(jobsChannel, bell.ring);
  const timers = [
    every(beatMilliseconds, showLife),
    every(renewMilliseconds, async () => {
      if (running.size > 0)
        await asWorker((work) => renewLeases(work, [...running.keys()], leaseEnd(work.now)));
    }),
  ];

  function showLife(): Promise<void> {
    return asWorker((work) => beat(work, worker));
  }

  function every(milliseconds: number, act: () => Promise<void>): NodeJS.Timeout {
    return setInterval(() => void act().catch(noteTrouble), milliseconds);
  }

  function noteTrouble(error: unknown): void {
    service.log.warn(
      { error: error instanceof Error ? error.name : "unknown" },
      "worker cannot reach the database",
    );
  }

  async function takeUpJobs(): Promise<void> {
    while (!isStopping) {
      const limit = concurrency - running.size;
      const claim = { worker, limit, leaseMilliseconds };
      const held = limit === 0 ? [] : await asWorker((work) => claimJobs(work, claim)).catch(noTrouble);
      held.forEach(begin);
      if (held.length < limit || limit === 0) await bell.rung(pollMilliseconds);
    }
  }

  function noTrouble(error: unknown): HeldJob[] {
    noteTrouble(error);
    return [];
  }

  function begin(held: HeldJob): void {
    const job = runHeldJob({ service, held, clock: () => new Date() }).finally(() => {
      running.delete(held);
      bell.ring();
    });
    running.set(held, job);
  }

  void showLife().catch(noteTrouble);
  const looking = takeUpJobs();
  return {
    stop: async () => {
      isStopping = true;
      bell.ring();
      await looking;
      await Promise.all(running.values());
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
