import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { Refusal } from "@/server/vocabulary/refusal";

const Found = z.object({ teamId: z.uuid(), endsAt: z.date(), cancelledAt: z.date().nullable() });

/** Takes a single shift back. Refuses one that is over: who was on call stays on record. A second time changes nothing. */
export async function cancelShift(work: Work, shiftId: string): Promise<RotaEdited> {
  const { teamId, endsAt, cancelledAt } = await findShift(work, shiftId);
  await findHostedTeam(work, teamId);
  if (endsAt <= work.now) throw new Refusal("conflict", "This shift is over. It stays as it was.");

  if (cancelledAt === null) {
    await work.tx.$executeRaw`
      update shift set cancelled_at = ${work.now}::timestamptz where id = ${shiftId}::uuid`;
    await recordAudit(work, {
      action: "rota:change",
      outcome: "done",
      detail: "shift cancelled",
      concerns: shiftId,
    });
  }
  return rotaEdited(work, teamId);
}

async function findShift({ tx }: Work, shiftId: string): Promise<z.infer<typeof Found>> {
  const rows: unknown[] = await tx.$queryRaw`
    select duty_team_id as "teamId", ends_at as "endsAt", cancelled_at as "cancelledAt"
    from shift where id = ${shiftId}::uuid for update`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such shift.");
  return Found.parse(rows[0]);
}
