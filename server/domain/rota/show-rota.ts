import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { isBankHoliday } from "@/server/domain/directory/working-day";
import { findRotaFaults, type NamedFault } from "@/server/domain/rota/find-rota-faults";
import { leftFaults } from "@/server/domain/rota/left-faults";
import { listChanges, type ListedChange } from "@/server/domain/rota/list-changes";
import { listPatterns, type ListedPattern } from "@/server/domain/rota/list-patterns";
import { nameShifts, type NamedShift } from "@/server/domain/rota/name-shifts";
import { findTeam, type Team } from "@/server/domain/rota/own-team";
import { readHolders, type Holder } from "@/server/domain/rota/read-holders";
import { readRota } from "@/server/domain/rota/read-rota";
import { londonInstant, mondayOf } from "@/server/vocabulary/london-instant";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";

export interface WeekDay {
  readonly date: LondonDate;
  /** A day has 23 or 25 hours when the clocks change. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isBankHoliday: boolean;
}

export interface ShownRota {
  readonly team: Team;
  /** Monday to Sunday. */
  readonly days: readonly WeekDay[];
  /** Of this week, as they are worked. */
  readonly shifts: readonly NamedShift[];
  /** Of this week, as far as it is still to come. */
  readonly gaps: readonly NamedFault[];
  /** What is wrong in the next 28 days. */
  readonly faults: readonly NamedFault[];
  /** Patterns and changes that are not over, with shifts of the next 28 days. */
  readonly patterns: readonly ListedPattern[];
  readonly changes: readonly ListedChange[];
  readonly coming: readonly NamedShift[];
  /** Who can be put on call; empty where the team is another authority's. */
  readonly staff: readonly Holder[];
}

const daysAhead = 28;

/** A team's rota of the week in which a day lies, what is wrong with it, and what it is made of. */
export async function showRota(
  work: Work,
  { teamId, day }: { readonly teamId: string; readonly day: LondonDate },
): Promise<ShownRota> {
  const team = await findTeam(work, teamId);
  const days = weekOf(day);
  const [from, to] = [londonInstant(mondayOf(day), 0), londonInstant(addDays(mondayOf(day), 7), 0)];
  const comingTo = new Date(work.now.getTime() + daysAhead * 86_400_000);
  const shifts = await readRota(work, { teamIds: [teamId], from, to });
  const coming = await readRota(work, { teamIds: [teamId], from: work.now, to: comingTo });

  await recordAudit(work, { action: "rota:read", outcome: "done", concerns: teamId });
  return {
    team,
    days,
    shifts: await nameShifts(work, shifts),
    gaps: await gapsOf(work, { teamId, from: from > work.now ? from : work.now, to }),
    faults: await leftFaults(work, teamId),
    patterns: await listPatterns(work, teamId),
    changes: await listChanges(work, teamId),
    coming: await nameShifts(work, coming),
    staff: await staffOf(work, team),
  };
}

async function staffOf(work: Work, { hostId }: Team): Promise<Holder[]> {
  const isOwn = work.actor.kind === "person" && work.actor.organisationId === hostId;
  return isOwn ? readHolders(work, hostId, ["duty-social-worker"]) : [];
}

async function gapsOf(work: Work, asked: { teamId: string; from: Date; to: Date }): Promise<NamedFault[]> {
  if (asked.to <= asked.from) return [];
  return (await findRotaFaults(work, asked)).filter(({ kind }) => kind === "gap");
}

function weekOf(day: LondonDate): WeekDay[] {
  return Array.from({ length: 7 }, (_, place) => {
    const date = addDays(mondayOf(day), place);
    return {
      date,
      startsAt: londonInstant(date, 0),
      endsAt: londonInstant(addDays(date, 1), 0),
      isBankHoliday: isBankHoliday(date),
    };
  });
}
