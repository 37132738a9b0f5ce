import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findTeam } from "@/server/domain/rota/own-team";
import { personOf } from "@/server/domain/rota/write-changes";
import { ReachCheckId } from "@/server/vocabulary/ids";
import { reachKey } from "@/server/vocabulary/job";

/**
 * Has a team's coming rota looked at now; nobody is disturbed. One that waits already is enough. Refuses: not found (no
 * team of one's own authority, and none that serves it).
 */
export async function askReachCheck(work: Work, teamId: string): Promise<void> {
  await findTeam(work, teamId);
  const waiting = await work.tx.reachCheck.count({
    where: { dutyTeamId: teamId, reason: "asked", doneAt: null },
  });
  if (waiting === 0) {
    const rows: unknown[] = await work.tx.$queryRaw`
      insert into reach_check (duty_team_id, reason, due_at, asked_by_id)
      values (${teamId}::uuid, 'asked', ${work.now}::timestamptz, ${personOf(work)}::uuid)
      on conflict do nothing returning id`;
    for (const { id: reachCheckId } of z.array(z.object({ id: ReachCheckId })).parse(rows)) {
      const job = { kind: "check-reach", reachCheckId } as const;
      await queueJob(work, { job, dueAt: work.now, uniqueKey: reachKey(reachCheckId) });
    }
  }
  await recordAudit(work, { action: "reach:check", outcome: "done", detail: "asked", concerns: teamId });
}
