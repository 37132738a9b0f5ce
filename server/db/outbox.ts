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
export async function queueJob(work: Work, { job, dueAt, uniqueKey }: Queued): Promise<void> {
  // No conflict target: naming one would need the right to read the queue, which only the worker has.
  await work.tx.$executeRaw`
    insert into outbox (kind, job, unique_key, due_at)
    values (${job.kind}, ${JSON.stringify(job)}::jsonb, ${uniqueKey ?? null}, ${dueAt})
    on conflict do nothing`;
  await work.tx.$queryRaw`select pg_notify(${jobsChannel}, '')::text`;
}
