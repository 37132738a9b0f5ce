import { z } from "zod";
import { jobsChannel, type Queued } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { Job, listJobKinds, sendJobKinds, type JobLane } from "@/server/vocabulary/job";

/** A job that a worker holds until its lease runs out. */
export interface HeldJob {
  readonly id: bigint;
  /** How often the job was taken up, this time included; with the worker's name it tells this hold from any other. */
  readonly attempts: number;
  readonly heldBy: string;
  /** Undefined for a row that this version cannot read; it is given up, and blocks nobody. */
  readonly job: Job | undefined;
  /** Of a send: the push service that it goes to. */
  readonly pushHost: string | undefined;
}

export interface Claim {
  readonly worker: string;
  readonly limit: number;
  readonly leaseMilliseconds: number;
  /** Which jobs; all of them where it is left out. */
  readonly lane?: JobLane;
}

const ClaimedRow = z.object({
  id: z.bigint(),
  attempts: z.number(),
  job: z.unknown(),
  push_host: z.string().nullable(),
});

/**
 * Takes up to `limit` due jobs that nobody holds, the longest due first. Rows that another worker is taking at this
 * moment are passed over, so that workers never wait for each other.
 */
export async function claimJobs(
  { tx, now }: Work,
  { worker, limit, leaseMilliseconds, lane }: Claim,
): Promise<HeldJob[]> {
  const leasedUntil = new Date(now.getTime() + leaseMilliseconds);
  const onlyLane = lane ?? null;
  const rows: unknown[] = await tx.$queryRaw`
    with due as (
      select id from outbox
      where due_at <= ${now} and gave_up_at is null and (leased_until is null or leased_until <= ${now})
        and (${onlyLane}::text is null or ${onlyLane}::text = case
          when kind = any (${[...listJobKinds]}::text[]) then 'lists'
          when kind = any (${[...sendJobKinds]}::text[]) then 'sends' else 'prompt' end)
      order by due_at, id limit ${limit}
      for update skip locked
    ), claimed as (
      update outbox set leased_by = ${worker}, leased_until = ${leasedUntil}, attempts = attempts + 1
      from due where outbox.id = due.id
      returning outbox.id, outbox.attempts, outbox.job, outbox.push_host, outbox.due_at
    )
    select id, attempts, job, push_host from claimed order by due_at, id`;
  return readClaimed(rows, worker);
}

/** The rows of a claim, in their order, as jobs that this worker holds. */
export function readClaimed(rows: readonly unknown[], worker: string): HeldJob[] {
  return rows.map((row) => {
    const { id, attempts, job, push_host } = ClaimedRow.parse(row);
    return {
      id,
      attempts,
      heldBy: worker,
      job: Job.safeParse(job).data,
      pushHost: push_host ?? undefined,
    };
  });
}

/** Prolongs what a worker still holds. */
export async function renewLeases({ tx }: Work, held: readonly HeldJob[], leasedUntil: Date): Promise<void> {
  await tx.$executeRaw`
    update outbox set leased_until = ${leasedUntil}
    from unnest(
      ${held.map(({ id }) => id)}::bigint[],
      ${held.map(({ attempts }) => attempts)}::int[],
      ${held.map(({ heldBy }) => heldBy)}::text[]
    ) as held (id, attempts, held_by)
    where outbox.id = held.id and outbox.attempts = held.attempts and outbox.leased_by = held.held_by`;
}

/**
 * Says that the job is done, in the transaction of its effects. False if the hold was lost: somebody else has the job
 * now, and the caller must leave its effects to them.
 */
export async function completeJob({ tx }: Work, { id, attempts, heldBy }: HeldJob): Promise<boolean> {
  const removed = await tx.$executeRaw`
    delete from outbox where id = ${id} and attempts = ${attempts} and leased_by = ${heldBy}`;
  return removed === 1;
}

/** Gives a held job back, to be taken up again at `dueAt`. False if the hold was lost. */
export async function postponeJob(
  { tx }: Work,
  { id, attempts, heldBy }: HeldJob,
  later: { readonly dueAt: Date; readonly lastError?: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update outbox
    set due_at = ${later.dueAt}, leased_by = null, leased_until = null,
      last_error = coalesce(${later.lastError ?? null}, last_error)
    where id = ${id} and attempts = ${attempts} and leased_by = ${heldBy}`;
  return changed === 1;
}

/** Stops trying: the row stays, is counted and shown, and nobody takes it up again. */
export async function giveUpJob(
  { tx, now }: Work,
  { id, attempts, heldBy }: HeldJob,
  error: string,
): Promise<void> {
  await tx.$executeRaw`
    update outbox set gave_up_at = ${now}, leased_by = null, leased_until = null, last_error = ${error}
    where id = ${id} and attempts = ${attempts} and leased_by = ${heldBy}`;
}

/**
 * Queues a job, or brings the one that waits under this key forward; one that was given up, as by a worker of an older
 * version that could not read it, waits again. Only the service itself may.
 */
export async function hastenJob({ tx }: Work, { job, dueAt, uniqueKey }: Required<Queued>): Promise<void> {
  await tx.$queryRaw`
    with queued as (
      insert into outbox (kind, job, unique_key, due_at)
      values (${job.kind}, ${JSON.stringify(job)}::jsonb, ${uniqueKey}, ${dueAt})
      on conflict (unique_key) do update set due_at = least(outbox.due_at, excluded.due_at), gave_up_at = null
    )
    select pg_notify(${jobsChannel}, '')::text`;
}

/** Whether this hold is still good; until the transaction ends nobody can take it away. */
export async function confirmHold({ tx }: Work, { id, attempts, heldBy }: HeldJob): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from outbox where id = ${id} and attempts = ${attempts} and leased_by = ${heldBy} for update`;
  return rows.length === 1;
}
