import type { Work } from "@/server/db/work";
import { checkSpan } from "@/server/domain/rota/check-span";
import { checkStaff } from "@/server/domain/rota/check-staff";
import type { Interval } from "@/server/domain/rota/interval";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { checkOwn, writeChanges } from "@/server/domain/rota/write-changes";
import type { PersonId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface Absence extends Interval {
  readonly teamId: string;
  readonly personId: PersonId;
  /** Who has their shifts meanwhile; null for nobody. */
  readonly coverId: PersonId | null;
}

/** Leave and sickness are longer than shifts. */
const mostAbsenceDays = 366;

/**
 * Takes a person's shifts in a team out for a time, or gives them to somebody else. A duty worker does so for
 * themselves. Refuses what is past or upside down, and covers who are not on the team's staff.
 */
export async function recordAbsence(work: Work, absence: Absence): Promise<RotaEdited> {
  const { teamId, personId, coverId } = absence;
  const team = await findHostedTeam(work, teamId);
  checkOwn(work, [personId]);
  if (coverId === personId) {
    throw new Refusal("invalid", "Nobody covers for themselves. Choose somebody else, or nobody.");
  }
  const span = checkSpan(absence, work.now, mostAbsenceDays);
  if (coverId !== null) await checkStaff(work, team, [coverId]);

  await writeChanges(work, [{ teamId, personId, rung: null, coverId, kind: "absence", ...span }]);
  return rotaEdited(work, teamId);
}
