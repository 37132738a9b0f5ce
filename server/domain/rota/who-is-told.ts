import { isOnCall } from "@/server/domain/rota/on-call";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { TeamLadder } from "@/server/domain/rota/read-team-ladder";
import type { PersonId } from "@/server/vocabulary/ids";
import type { Role } from "@/server/vocabulary/permission";

/** Why somebody is told. */
export type Because =
  | { readonly kind: "shift"; readonly shift: RotaShift }
  | { readonly kind: "person" }
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "team"; readonly shift: RotaShift };

export interface Told {
  readonly personId: PersonId;
  readonly rung: number;
  /** Whose ladder this is. */
  readonly teamId: string;
  readonly because: Because;
}

export interface TeamsOnCall {
  /** The team that is told first; after it, for a while, the one that handed over. */
  readonly ladders: readonly TeamLadder[];
  /** When that one handed over; null with one team alone. */
  readonly handedOverAt: Date | null;
  /** Of these teams and of teams that are told besides, about the time in question. */
  readonly shifts: readonly RotaShift[];
  /** Who has a role at the authority. */
  readonly holders: readonly { readonly personId: PersonId; readonly role: Role }[];
  readonly at: Date;
  readonly overlapMinutes: number;
}

/**
 * Everybody whom the ladders of these teams tell at this instant, rung by rung, each once on a rung with the reason.
 * Whoever hands over comes after whoever is on shift. When the hours of two teams change, each tells those who were on
 * shift while it was the one to be told: a team may go on, with other people, for other authorities. Pure.
 */
export function whoIsTold(teams: TeamsOnCall): Told[] {
  const told = teams.ladders
    .flatMap((ladder) => [...onShift(ladder, teams), ...toldBesides(ladder, teams)])
    .toSorted((one, other) => one.rung - other.rung);
  return told.filter((one, place) => {
    return told.findIndex(({ personId, rung }) => personId === one.personId && rung === one.rung) === place;
  });
}

/** How many rungs these ladders have: what is entered or worked about that time, so that a gap is seen as one. Pure. */
export function lastRungOf({ ladders, shifts }: TeamsOnCall): number {
  const own = shifts.filter(({ teamId }) => ladders.some((ladder) => ladder.teamId === teamId));
  const entered = ladders.flatMap(({ rungs, targets }) => [...rungs, ...targets]);
  return Math.max(1, ...[...own, ...entered].map(({ rung }) => rung));
}

function onShift(ladder: TeamLadder, teams: TeamsOnCall): Told[] {
  const { shifts, at, overlapMinutes } = teams;
  const { teamId } = ladder;
  return shifts
    .filter((shift) => shift.teamId === teamId && isOnCall(shift, at, overlapMinutes))
    .filter((shift) => isInItsHours(shift, ladder, teams))
    .toSorted((one, other) => Number(one.endsAt <= at) - Number(other.endsAt <= at))
    .map((shift) => ({
      personId: shift.personId,
      rung: shift.rung,
      teamId,
      because: { kind: "shift", shift },
    }));
}

/** The shift is on while its team is the one to be told: after the handover, or for the team before, ahead of it. */
function isInItsHours(shift: RotaShift, ladder: TeamLadder, { ladders, handedOverAt }: TeamsOnCall): boolean {
  if (handedOverAt === null) return true;
  return ladder === ladders[0] ? shift.endsAt > handedOverAt : shift.startsAt < handedOverAt;
}

function toldBesides({ teamId, targets }: TeamLadder, teams: TeamsOnCall): Told[] {
  return targets.flatMap((target) =>
    peopleOf(target, teams).map((told) => ({ ...told, rung: target.rung, teamId })),
  );
}

function peopleOf(
  target: TeamLadder["targets"][number],
  { shifts, holders, at, overlapMinutes }: TeamsOnCall,
): Pick<Told, "personId" | "because">[] {
  switch (target.kind) {
    case "person":
      return [{ personId: target.personId, because: { kind: "person" } }];
    case "role":
      return holders
        .filter(({ role }) => role === target.role)
        .map(({ personId, role }) => ({ personId, because: { kind: "role", role } }));
    case "team":
      return shifts
        .filter(({ teamId, rung }) => teamId === target.targetTeamId && rung === 1)
        .filter((shift) => isOnCall(shift, at, overlapMinutes))
        .map((shift) => ({ personId: shift.personId, because: { kind: "team", shift } }));
  }
}
