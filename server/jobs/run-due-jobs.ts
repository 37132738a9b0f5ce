import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { JobService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";
import type { JobLane } from "@/server/vocabulary/job";

const leaseMilliseconds = 10_000;

/**
 * Does everything that is due at `now`, what these jobs cause included, one after the other in the order in which it
 * falls due, and tells how many jobs that were; of one lane only, if one is named. For tests and tools: the clock is in the caller's hand.
 */
export async function runDueJobs(service: JobService, now: Date, lane?: JobLane): Promise<number> {
  const claim = { worker: "in-process", limit: 1, leaseMilliseconds, ...(lane && { lane }) };
  const occasion = { actor: systemActor("worker"), now };
  let count = 0;

  for (;;) {
    const [held] = await withWork(service.database, occasion, (work) => claimJobs(work, claim));
    if (!held) return count;
    await runHeldJob({ service, held, clock: () => now });
    count += 1;
  }
}
