import { withWork, type Work } from "@/server/db/work";
import type { JobRun } from "@/server/jobs/handlers";
import { systemActor } from "@/server/vocabulary/actor";

/** One transaction of a job, on behalf of the worker, at the time it begins. */
export function asWorker<Result>(
  { service, clock }: JobRun,
  useCase: (work: Work) => Promise<Result>,
): Promise<Result> {
  return withWork(service.database, { actor: systemActor("worker"), now: clock() }, useCase);
}
