import type { Work } from "@/server/db/work";
import { checkSpan, mostShiftDays } from "@/server/domain/rota/check-span";
import { checkStaff } from "@/server/domain/rota/check-staff";
import { rotaEdited, type RotaEdited } from "@/server/domain/rota/rota-edited";
import type { Shift } from "@/server/domain/rota/on-call";
import { findHostedTeam } from "@/server/domain/rota/own-team";
import { readRota } from "@/server/domain/rota/read-rota";
import { checkOwn, writeChanges, type NewChange } from "@/server/domain/rota/write-changes";
import { Refusal } from "@/server/vocabulary/refusal";

export interface Swap {
  readonly teamId: string;
  /** A shift of one person as the rota shows it… */
  readonly one: Shift;
  /** …and one of another person. */
  readonly other: Shift;
}

/**
 * Two people exchange two of their shifts in a team. A duty worker swaps shifts of their own. Refuses shifts that are
 * over or have begun more than an hour ago, and any that is not in the rota as it was seen: somebody may have changed it.
 */
export async function swapShifts(work: Work, { teamId, one, other }: Swap): Promise<RotaEdited> {
  const team = await findHostedTeam(work, teamId);
  checkOwn(work, [one.personId, other.personId]);
  if (one.personId === other.personId) {
    throw new Refusal("invalid", "Both shifts belong to the same person. Choose shifts of two people.");
  }
  await checkStaff(work, team, [one.personId, other.personId]);
  for (const shift of [one, other]) await checkInRota(work, teamId, shift);

  await writeChanges(work, [
    changeOf(work, teamId, { shift: one, cover: other }),
    changeOf(work, teamId, { shift: other, cover: one }),
  ]);
  return rotaEdited(work, teamId);
}

async function checkInRota(work: Work, teamId: string, shift: Shift): Promise<void> {
  const { personId, rung, startsAt, endsAt } = shift;
  const shifts = await readRota(work, { teamIds: [teamId], from: startsAt, to: endsAt });
  const isThere = shifts.some(
    (found) =>
      found.personId === personId &&
      found.rung === rung &&
      found.startsAt.getTime() === startsAt.getTime() &&
      found.endsAt.getTime() === endsAt.getTime(),
  );
  if (!isThere) throw new Refusal("conflict", "The rota has changed meanwhile. Look at it again.");
}

/** The rung is named, so that two people who swap rungs of the same hours do not swap back. */
function changeOf(work: Work, teamId: string, { shift, cover }: { shift: Shift; cover: Shift }): NewChange {
  const span = checkSpan(shift, work.now, mostShiftDays);
  const { personId, rung } = shift;
  return { teamId, personId, rung, coverId: cover.personId, kind: "swap", ...span };
}
