import type { Work } from "@/server/db/work";

/** Whether the actor's session is still open, without counting this question as activity of the person. */
export async function isSessionOpen({ tx, actor, now }: Work): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from session
    where id = ${actor.sessionId}::uuid and ended_at is null and expires_at > ${now}
      and last_seen_at > ${now}::timestamptz - make_interval(mins => idle_minutes)`;
  return rows.length > 0;
}
