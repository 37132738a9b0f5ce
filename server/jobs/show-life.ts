import type { Work } from "@/server/db/work";

/** For health and the managers' page: this worker is alive. Old names go, since each start has a new one. */
export async function showLife({ tx, now }: Work, worker: string): Promise<void> {
  await tx.$executeRaw`
    insert into worker_heartbeat (name, beat_at) values (${worker}, ${now})
    on conflict (name) do update set beat_at = excluded.beat_at`;
  await tx.$executeRaw`delete from worker_heartbeat where beat_at < ${now}::timestamptz - interval '1 hour'`;
}
