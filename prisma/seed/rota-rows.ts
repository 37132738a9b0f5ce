import type { Invention } from "@/prisma/seed/invention";
import type { TableRows } from "@/prisma/seed/owner-database";
import type { Member, Staff } from "@/prisma/seed/staff-rows";

export const dayMilliseconds = 86_400_000;
/** How far back the lookups and alerts of the demo go. */
export const historyDays = 28;
/** How far ahead people are on call. */
export const rotaDays = 60;

export interface Rota {
  /** Who is on call for a team on a rung at an instant within the rota. */
  readonly onCall: (teamId: string, rung: number, at: Date) => Member;
  /** The shifts; of a team that goes on by patterns, those before. */
  readonly tables: (patternsFrom?: PatternsFrom) => readonly TableRows[];
}

interface PatternsFrom {
  readonly teamId: string;
  readonly startsAt: Date;
}

interface SeedShift {
  readonly teamId: string;
  readonly rung: number;
  readonly member: Member;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Two rungs around the clock for every team, week by week, from before the first alert of the demo until 60 days from
 * now. Invented people take turns; the two personas keep their rungs, so that whoever tries the demo is told.
 */
export function makeRota(invention: Invention, { onDuty }: Staff, now: Date): Rota {
  const begins = now.getTime() - (historyDays + 1) * dayMilliseconds;
  const ends = now.getTime() + rotaDays * dayMilliseconds;
  const shifts = [...onDuty].flatMap(([teamId, members]) => shiftsOf({ teamId, members, begins, ends }));
  const rows = shifts.map((shift) => ({ id: invention.id(), ...shift }));

  return {
    onCall: (teamId, rung, at) => {
      const shift = shifts.find(
        (one) => one.teamId === teamId && one.rung === rung && one.startsAt <= at && at < one.endsAt,
      );
      if (!shift) throw new Error("the seed's rota has a gap");
      return shift.member;
    },
    tables: (from) => [
      [
        "shift",
        rows.flatMap(({ id, ...shift }) =>
          endedBefore(shift, from).map((one) => ({ id, ...shiftColumns(one) })),
        ),
      ],
    ],
  };
}

function endedBefore(shift: SeedShift, from?: PatternsFrom): SeedShift[] {
  if (from === undefined || shift.teamId !== from.teamId || shift.endsAt <= from.startsAt) return [shift];
  return shift.startsAt < from.startsAt ? [{ ...shift, endsAt: from.startsAt }] : [];
}

interface TeamRota {
  readonly teamId: string;
  readonly members: readonly Member[];
  readonly begins: number;
  readonly ends: number;
}

function shiftsOf({ teamId, members, begins, ends }: TeamRota): SeedShift[] {
  const week = 7 * dayMilliseconds;
  const takeTurns = members.length > 2;
  const weeks = Array.from({ length: Math.ceil((ends - begins) / week) }, (_, place) => place);

  return weeks.flatMap((place) =>
    [1, 2].flatMap((rung) => {
      const member = members[((takeTurns ? place : 0) + rung - 1) % members.length];
      const startsAt = new Date(begins + place * week);
      const endsAt = new Date(Math.min(startsAt.getTime() + week, ends));
      return member ? [{ teamId, rung, member, startsAt, endsAt }] : [];
    }),
  );
}

function shiftColumns({ teamId, rung, member, startsAt, endsAt }: SeedShift) {
  return { duty_team_id: teamId, person_id: member.id, rung, starts_at: startsAt, ends_at: endsAt };
}
