import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { runHeldJob } from "@/server/jobs/run-held-job";
import type { JobService } from "@/server/jobs/worker-service";
import { systemActor } from "@/server/vocabulary/actor";

const leaseMilliseconds = 10_000;

/**
 * Does everything that is due at `now`, what these jobs cause included, one after the other in the order in which it
 * falls due, and tells how many jobs that were. For tests and tools: the clock is in the caller's hand.
 */
export async function runDueJobs(service: JobService, now: Date): Promise<number> {
  const claim = { worker: "in-process", limit: 1, leaseMilliseconds };
  const occasion = { actor: systemActor("worker"), now };
  let count = 0;

  for (;;) {
    const [held] = await withWork(service.database, occasion, (work) => claimJobs(work, claim));
    if (!held) return count;
    await runHeldJob({ service, held, clock: () => now });
    count += 1;
  }
}
