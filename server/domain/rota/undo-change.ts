import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { checkOwn } from "@/server/domain/rota/write-changes";
import { Refusal } from "@/server/vocabulary/refusal";

const Found = z.object({ teamId: z.uuid(), madeById: z.uuid(), endsAt: z.date(), kind: z.string() });

/**
 * Takes a change back, of a swap both halves. A duty worker takes back what they made themselves. Refuses a change that
 * is over; a second time changes nothing.
 */
export async function undoChange(work: Work, changeId: string): Promise<RotaEdited> {
  const { teamId, madeById, endsAt } = await findChange(work, changeId);
  await findHostedTeam(work, teamId);
  checkOwn(work, [madeById]);
  if (endsAt <= work.now) throw new Refusal("conflict", "This change is over. It stays as it was.");

  // The halves of a swap were made by the same person in the same transaction.
  const undone = await work.tx.$executeRaw`
    update shift_change other set undone_at = ${work.now}::timestamptz from shift_change change
    where change.id = ${changeId}::uuid and other.undone_at is null
      and (other.id = change.id or (change.kind = 'swap' and other.kind = 'swap'
        and other.duty_team_id = change.duty_team_id and other.made_by_id = change.made_by_id
        and other.made_at = change.made_at))`;
  if (undone > 0) {
    await recordAudit(work, {
      action: "shift:change",
      outcome: "done",
      detail: "undone",
      concerns: changeId,
    });
  }
  return rotaEdited(work, teamId);
}

async function findChange({ tx }: Work, changeId: string): Promise<z.infer<typeof Found>> {
  const rows: unknown[] = await tx.$queryRaw`
    select duty_team_id as "teamId", made_by_id as "madeById", ends_at as "endsAt", kind
    from shift_change where id = ${changeId}::uuid`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such change.");
  return Found.parse(rows[0]);
}
