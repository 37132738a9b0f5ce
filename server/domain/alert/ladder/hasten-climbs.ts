import { z } from "zod";
import { hastenJobs } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import { AlertId } from "@/server/vocabulary/ids";
import { climbKey } from "@/server/vocabulary/job";

/**
 * Brings forward the next look at every alert of the authorities that this team serves, or is told besides: who is on
 * call there may be somebody else now. What each look comes to, the ladder decides as ever.
 */
export async function hastenClimbs(work: Work, teamId: string): Promise<void> {
  const rows: unknown = await work.tx.$queryRaw`
    select alert.id as "alertId"
    from outbox join alert on outbox.unique_key = 'climb:' || alert.id
    where outbox.due_at > ${work.now}::timestamptz and alert.authority_id in (
      select authority_id from duty_team_authority
      where duty_team_id in (
        select ${teamId}::uuid union select duty_team_id from ladder_target where target_team_id = ${teamId}::uuid))
    order by alert.id`;
  const waiting = z.array(z.object({ alertId: AlertId })).parse(rows);
  await hastenJobs(
    work,
    waiting.map(({ alertId }) => ({
      job: { kind: "climb-alert", alertId } as const,
      dueAt: work.now,
      uniqueKey: climbKey(alertId),
    })),
  );
}
