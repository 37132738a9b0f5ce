import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { checkSpan, mostShiftDays } from "@/server/domain/rota/check-span";
import { checkStaff } from "@/server/domain/rota/check-staff";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import type { Shift } from "@/server/domain/rota/on-call";
import { findHostedTeam } from "@/server/domain/rota/own-team";

export interface SingleShift extends Shift {
  readonly teamId: string;
}

/** Puts somebody on call once. Refuses what is past, too long or upside down, and people not on the team's staff. */
export async function addShift(work: Work, shift: SingleShift): Promise<RotaEdited> {
  const { teamId, personId, rung } = shift;
  const team = await findHostedTeam(work, teamId);
  const { startsAt, endsAt } = checkSpan(shift, work.now, mostShiftDays);
  await checkStaff(work, team, [personId]);

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into shift (duty_team_id, person_id, rung, starts_at, ends_at)
    values (${teamId}::uuid, ${personId}::uuid, ${rung}, ${startsAt}::timestamptz, ${endsAt}::timestamptz)
    returning id`;
  const concerns = z.object({ id: z.uuid() }).parse(rows[0]).id;
  await recordAudit(work, { action: "rota:change", outcome: "done", detail: "shift added", concerns });
  return rotaEdited(work, teamId);
}
