import type { Work } from "@/server/db/work";
import { checkSpan, mostShiftDays } from "@/server/domain/rota/check-span";
import { checkStaff } from "@/server/domain/rota/check-staff";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { checkOwn, writeChanges } from "@/server/domain/rota/write-changes";
import type { PersonId } from "@/server/vocabulary/ids";

export interface Takeover {
  readonly teamId: string;
  readonly rung: number;
  /** Who is on call on the rung from now on. */
  readonly coverId: PersonId;
  readonly until: Date;
}

/**
 * From now until then one person holds a rung of a team, in place of whoever is on it, or of nobody. A duty worker takes
 * over themselves; a manager may say so for somebody else. Refuses an end that is past or more than 7 days away.
 */
export async function takeOver(work: Work, { teamId, rung, coverId, until }: Takeover): Promise<RotaEdited> {
  const team = await findHostedTeam(work, teamId);
  checkOwn(work, [coverId]);
  const span = checkSpan({ startsAt: work.now, endsAt: until }, work.now, mostShiftDays);
  await checkStaff(work, team, [coverId]);

  await writeChanges(work, [{ teamId, personId: null, rung, coverId, kind: "takeover", ...span }]);
  return rotaEdited(work, teamId);
}
