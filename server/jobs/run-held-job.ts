import { giveUpJob, postponeJob } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { recordGivenUp, runJob, type JobRun } from "@/server/jobs/handlers";
import { afterError } from "@/server/jobs/retry-policy";
import { systemActor } from "@/server/vocabulary/actor";

/**
 * Does a job that is held. A failure puts it back by the retry policy, or gives it up: then the row stays and the log
 * says so. Never throws: where even that cannot be written, the lease runs out and somebody takes the job up again.
 */
export async function runHeldJob(run: JobRun): Promise<void> {
  const { held, service } = run;
  try {
    if (held.job === undefined) throw new Error("this version cannot read the job");
    await runJob(run, held.job);
  } catch (error) {
    await putBack(run, nameOf(error)).catch((second: unknown) => {
      service.log.error({ ...tagOf(run), error: nameOf(second) }, "job could not be put back");
    });
  }
}

async function putBack(run: JobRun, error: string): Promise<void> {
  const { held, service, clock } = run;
  const now = clock();
  const after = afterError(held.job?.kind, held.attempts, now);
  service.log.error(
    { ...tagOf(run), error, after },
    after.kind === "give-up" ? "job given up" : "job failed",
  );

  await withWork(service.database, { actor: systemActor("worker"), now }, async (work) => {
    if (after.kind === "again") {
      await postponeJob(work, held, { dueAt: after.dueAt, lastError: error });
      return;
    }
    await giveUpJob(work, held, error);
    if (held.job) await recordGivenUp(work, held.job);
  });
}

function tagOf({ held }: JobRun) {
  return { outboxId: String(held.id), attempts: held.attempts, job: held.job };
}

/** The kind of error only: messages of the database may repeat values. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? `${error.name} ${error.code}` : error.name;
}
