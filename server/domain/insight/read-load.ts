import { z } from "zod";
import type { Work } from "@/server/db/work";
import { countPushes, type CountedPush } from "@/server/domain/insight/count-pushes";

const Counted = z.object({ name: z.string(), count: z.number() });
const Queue = z.object({ waiting: z.number(), gave_up: z.number(), oldest_seconds: z.number() });

/** What the service has done in the last 24 hours and what waits, without anybody's identity. */
export interface Load {
  readonly lookupsByAnswer: readonly z.infer<typeof Counted>[];
  readonly alertsByStage: readonly z.infer<typeof Counted>[];
  readonly pushesByHostAndAnswer: readonly CountedPush[];
  readonly queue: z.infer<typeof Queue>;
  readonly connectionsByState: readonly z.infer<typeof Counted>[];
}

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** Reads the load; every question walks the last 24 hours by index, or a table that is small. */
export async function readLoad(work: Work): Promise<Load> {
  const since = new Date(work.now.getTime() - dayMilliseconds);
  return {
    lookupsByAnswer: await countLookups(work, since),
    alertsByStage: await countAlerts(work, since),
    pushesByHostAndAnswer: await countPushes(work, since),
    queue: await measureQueue(work),
    connectionsByState: await countConnections(work),
  };
}

async function countLookups({ tx }: Work, since: Date) {
  const rows: unknown = await tx.$queryRaw`
    select answer as name, count(*)::int as count from (
      select answer from lookup_fact where asked_at >= ${since}
      union all
      select 'could-not-check' from failed_lookup_fact where failed_at >= ${since}) asked
    group by answer`;
  return z.array(Counted).parse(rows);
}

/** Each alert counts once, under the furthest stage it has come to. */
async function countAlerts({ tx }: Work, since: Date) {
  const rows: unknown = await tx.$queryRaw`
    select case when taken_at is not null then 'taken' when unreached_at is not null then 'unreached'
      when shown_at is not null then 'shown' else 'raised' end as name, count(*)::int as count
    from alert_fact where raised_at >= ${since} group by 1`;
  return z.array(Counted).parse(rows);
}

async function measureQueue({ tx, now }: Work) {
  const rows: unknown[] = await tx.$queryRaw`
    select count(*) filter (where gave_up_at is null)::int as waiting,
      count(gave_up_at)::int as gave_up,
      coalesce(greatest(0, extract(epoch from
        ${now}::timestamptz - min(due_at) filter (where gave_up_at is null))), 0)::float8 as oldest_seconds
    from outbox`;
  return Queue.parse(rows[0]);
}

/** Of all processes of the service together; PostgreSQL shows a role its own connections only. */
async function countConnections({ tx }: Work) {
  const rows: unknown = await tx.$queryRaw`
    select coalesce(state, 'unknown') as name, count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = current_user group by 1`;
  return z.array(Counted).parse(rows);
}
