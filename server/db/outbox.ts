import type { Work } from "@/server/db/work";
import type { Job } from "@/server/vocabulary/job";

/** The channel on which workers wait for new jobs. */
export const jobsChannel = "lantern_jobs";

export interface Queued {
  readonly job: Job;
  readonly dueAt: Date;
  /** While a job of this key waits, another is not queued. */
  readonly uniqueKey?: string;
}

/**
 * Leaves work to be done, in the caller's transaction: it exists if and only if the caller commits. Workers are woken
 * at commit. Already waiting under the same key: nothing happens.
 */
export function queueJob(work: Work, queued: Queued): Promise<void> {
  return queueJobs(work, [queued]);
}

/** The same for any number of jobs, in one round trip. */
export async function queueJobs({ tx }: Work, jobs: readonly Queued[]): Promise<void> {
  if (jobs.length === 0) return;

  // No conflict target: naming one would need the right to read the queue, which only the worker has.
  await tx.$queryRaw`
    with queued as (
      insert into outbox (kind, job, unique_key, due_at)
      select * from unnest(
        ${jobs.map(({ job }) => job.kind)}::text[],
        ${jobs.map(({ job }) => JSON.stringify(job))}::jsonb[],
        ${jobs.map(({ uniqueKey }) => uniqueKey ?? null)}::text[],
        ${jobs.map(({ dueAt }) => dueAt)}::timestamptz[])
      on conflict do nothing
    )
    select pg_notify(${jobsChannel}, '')::text`;
}
