import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";

type Evening = Pick<ReachCheckSettings, "eveningMinute">;

/** An evening's check that nobody was there to begin is made up for until then, and not in the middle of the night. */
const eveningMakesUpMinutes = 4 * 60;
const minuteMilliseconds = 60_000;

/**
 * The day by which gaps are told once: it begins with the evening's check and bears its date, so that a night belongs
 * to the evening before it. Pure.
 */
export function dutyDayOf(now: Date, { eveningMinute }: Evening): LondonDate {
  const today = londonDate(now);
  return now < londonInstant(today, eveningMinute) ? addDays(today, -1) : today;
}

/** When this evening's check was due, if it is to be begun now. Pure. */
export function eveningDueAt(now: Date, settings: Evening): Date | undefined {
  const dueAt = londonInstant(dutyDayOf(now, settings), settings.eveningMinute);
  return now.getTime() - dueAt.getTime() < eveningMakesUpMinutes * minuteMilliseconds ? dueAt : undefined;
}

/** The coming rota: from now to the end of the next day. Pure. */
export function comingUntil(now: Date): Date {
  return londonInstant(addDays(londonDate(now), 2), 0);
}

/** Up to where gaps are looked for: the same for every check of one duty day, so that a gap is the same gap. Pure. */
export function gapsUntil(now: Date, settings: Evening & Pick<ReachCheckSettings, "gapDays">): Date {
  return londonInstant(addDays(dutyDayOf(now, settings), settings.gapDays + 1), 0);
}

interface Turn {
  readonly teamId: string;
  readonly dueAt: Date;
}

interface Spans {
  readonly teamId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Which teams to check since somebody begins or ends soon, or did so within the last so many minutes unforeseen (a
 * takeover). Each turn of a team once. Pure.
 */
export function turnsOfShifts(
  shifts: readonly Spans[],
  now: Date,
  { beforeShiftMinutes }: Pick<ReachCheckSettings, "beforeShiftMinutes">,
): Turn[] {
  const before = beforeShiftMinutes * minuteMilliseconds;
  const turns = shifts.flatMap(({ teamId, startsAt, endsAt }) =>
    [startsAt, endsAt].map((turn) => ({ teamId, dueAt: new Date(turn.getTime() - before) })),
  );
  const due = turns.filter(({ dueAt }) => dueAt <= now && now.getTime() < dueAt.getTime() + 2 * before);
  return [...new Map(due.map((turn) => [`${turn.teamId} ${turn.dueAt.toISOString()}`, turn])).values()];
}
