import { z } from "zod";
import { jobsChannel, type Queued } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import {
  Job,
  listJobKinds,
  sendJobKinds,
  webhookJobKinds,
  type JobKind,
  type JobLane,
} from "@/server/vocabulary/job";

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

/** The clocks of two machines differ by less; what lies further ahead was written by a clock that was put back since. */
export const clocksDifferMilliseconds = 60_000;

/** A lease that ends later than this was given by a clock that has been put back since; it keeps nobody away. */
export function latestLeaseEnd(now: Date, leaseMilliseconds: number): Date {
  return new Date(now.getTime() + leaseMilliseconds + clocksDifferMilliseconds);
}

/**
 * Takes up to `limit` due jobs that nobody holds, the longest due first. Rows that another worker is taking at this
 * moment are passed over, so that workers never wait for each other.
 */
export async function claimJobs(
  { tx, now }: Work,
  { worker, limit, leaseMilliseconds, lane }: Claim,
): Promise<HeldJob[]> {
  const leasedUntil = new Date(now.getTime() + leaseMilliseconds);
  const latestEnd = latestLeaseEnd(now, leaseMilliseconds);
  const onlyLane = lane ?? null;
  const rows: unknown[] = await tx.$queryRaw`
    with due as (
      select id from outbox
      where due_at <= ${now} and gave_up_at is null
        and (leased_until is null or leased_until <= ${now} or leased_until > ${latestEnd})
        and (${onlyLane}::text is null or ${onlyLane}::text = case
          when kind = any (${[...listJobKinds]}::text[]) then 'lists'
          when kind = any (${[...sendJobKinds]}::text[]) then 'sends'
          when kind = any (${[...webhookJobKinds]}::text[]) then 'webhooks' else 'prompt' end)
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

/**
 * Prolongs what a worker still holds. A row that is locked at this moment is being ended by its holder, and nobody can
 * take it: waiting for it would keep the others from being prolonged.
 */
export async function renewLeases({ tx }: Work, held: readonly HeldJob[], leasedUntil: Date): Promise<void> {
  await tx.$executeRaw`
    with mine as (
      select outbox.id from outbox join unnest(
        ${held.map(({ id }) => id)}::bigint[],
        ${held.map(({ attempts }) => attempts)}::int[],
        ${held.map(({ heldBy }) => heldBy)}::text[]
      ) as held (id, attempts, held_by) on outbox.id = held.id and outbox.attempts = held.attempts
        and outbox.leased_by = held.held_by
      for update of outbox skip locked
    )
    update outbox set leased_until = ${leasedUntil} from mine where outbox.id = mine.id`;
}

/**
 * Says that the job is done, in the transaction of its effects. False if the hold was lost: somebody else has the job
 * now, and the caller must leave its effects to them.
 */
export async function completeJob(work: Work, held: HeldJob): Promise<boolean> {
  return (await completeJobs(work, [held])).length === 1;
}

const Removed = z.object({ id: z.bigint() });

/** The same for any number of jobs, in one round trip: gives those whose hold was still good. */
export async function completeJobs<Held extends HeldJob>(
  { tx }: Work,
  jobs: readonly Held[],
): Promise<readonly Held[]> {
  if (jobs.length === 0) return [];

  const rows: unknown[] = await tx.$queryRaw`
    with mine as (
      select outbox.id from outbox join unnest(
        ${jobs.map(({ id }) => id)}::bigint[],
        ${jobs.map(({ attempts }) => attempts)}::int[],
        ${jobs.map(({ heldBy }) => heldBy)}::text[]
      ) as held (id, attempts, held_by) on outbox.id = held.id and outbox.attempts = held.attempts
        and outbox.leased_by = held.held_by
      order by outbox.id for update of outbox
    )
    delete from outbox using mine where outbox.id = mine.id returning outbox.id`;
  const removed = new Set(rows.map((row) => Removed.parse(row).id));
  return jobs.filter(({ id }) => removed.has(id));
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
export function hastenJob(work: Work, queued: Required<Queued>): Promise<void> {
  return hastenJobs(work, [queued]);
}

/** The same for any number of jobs of different keys, in one round trip. */
export async function hastenJobs({ tx }: Work, jobs: readonly Required<Queued>[]): Promise<void> {
  if (jobs.length === 0) return;

  await tx.$queryRaw`
    with queued as (
      insert into outbox (kind, job, unique_key, due_at)
      select * from unnest(
        ${jobs.map(({ job }) => job.kind)}::text[],
        ${jobs.map(({ job }) => JSON.stringify(job))}::jsonb[],
        ${jobs.map(({ uniqueKey }) => uniqueKey)}::text[],
        ${jobs.map(({ dueAt }) => dueAt)}::timestamptz[])
      on conflict (unique_key) do update set due_at = least(outbox.due_at, excluded.due_at), gave_up_at = null
    )
    select pg_notify(${jobsChannel}, '')::text`;
}

/** Makes every job of these kinds that waits for its time due now: all of them may be looked at too early. */
export async function hastenKinds({ tx, now }: Work, kinds: readonly JobKind[]): Promise<void> {
  await tx.$executeRaw`
    update outbox set due_at = ${now}
    where id in (select id from outbox where kind = any (${[...kinds]}::text[]) and due_at > ${now}
      and gave_up_at is null for update skip locked)`;
}

/** Whether this hold is still good; until the transaction ends nobody can take it away. */
export async function confirmHold({ tx }: Work, { id, attempts, heldBy }: HeldJob): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from outbox where id = ${id} and attempts = ${attempts} and leased_by = ${heldBy} for update`;
  return rows.length === 1;
}
