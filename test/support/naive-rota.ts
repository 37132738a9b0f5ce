import type { ShiftChange } from "@/server/domain/rota/apply-changes";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";

/** What a rota is made of. */
export interface RotaParts {
  readonly patterns: readonly ShiftPattern[];
  readonly oneOffs: readonly RotaShift[];
  readonly changes: readonly ShiftChange[];
}

/** Who is on duty in a minute, such as `person/rung`. */
type OnDuty = ReadonlySet<string>;

const minute = 60_000;
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});
/** Bank holidays of England on the days that these tests look at: by the Act of 1971, and the substitute day of 2026. */
const bankHolidays = new Set(["2026-04-03", "2026-04-06", "2026-12-25", "2026-12-26", "2026-12-28"]);

/**
 * A rota minute by minute, as one would do it with pencil and paper: no interval is cut, no shift has a length. Says
 * who is on call in each minute after the first so many minutes.
 */
export function naiveRota(start: Date, minutes: number, parts: RotaParts): readonly OnDuty[] {
  const wallClock = Array.from({ length: minutes }, (_, place) =>
    clock.format(new Date(start.getTime() + place * minute)),
  );
  const onDuty = wallClock.map(() => new Set<string>());

  for (const pattern of parts.patterns) write(onDuty, minutesOfPattern(pattern, wallClock), nameOf(pattern));
  for (const shift of parts.oneOffs) write(onDuty, minutesBetween(shift, start), nameOf(shift));
  const changes = parts.changes.toSorted((one, other) => one.madeAt.getTime() - other.madeAt.getTime());
  for (const change of changes) {
    for (const place of minutesBetween(change, start)) onDuty[place] = changed(onDuty[place], change);
  }
  return onDuty;
}

/** Whoever was on duty in this minute or in one of so many before it. */
export function withOverlap(onDuty: readonly OnDuty[], place: number, overlapMinutes: number): OnDuty {
  const minutes = onDuty.slice(Math.max(0, place - overlapMinutes), place + 1);
  return new Set(minutes.flatMap((people) => [...people]));
}

export function nameOf({ personId, rung }: { readonly personId: string; readonly rung: number }): string {
  return `${personId}/${String(rung)}`;
}

/** A day's shift lasts from the first minute at or after its beginning on the wall up to the first at or after its end. */
function minutesOfPattern(pattern: ShiftPattern, wallClock: readonly string[]): number[] {
  const dates = [...new Set(wallClock.map((shown) => shown.slice(0, 10)))];
  return dates
    .filter((date) => isWorked(pattern, date))
    .flatMap((date) => {
      const isOvernight = pattern.endsAtMinute <= pattern.startsAtMinute;
      const first = firstAtOrAfter(wallClock, date, pattern.startsAtMinute);
      const end = firstAtOrAfter(wallClock, isOvernight ? next(date) : date, pattern.endsAtMinute);
      return range(first, end);
    });
}

function firstAtOrAfter(wallClock: readonly string[], date: string, minuteOfDay: number): number {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, "0");
  const time = `${date} ${hours}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  const place = wallClock.findIndex((shown) => shown >= time);
  return place < 0 ? wallClock.length : place;
}

function isWorked(pattern: ShiftPattern, date: string): boolean {
  const isOver = pattern.lastOn !== null && date > pattern.lastOn;
  return date >= pattern.firstOn && !isOver && isWeekOf(pattern, date) && isDayOf(pattern, date);
}

/** Walks back day by day, counting Mondays. */
function isWeekOf({ firstOn, everyWeeks }: ShiftPattern, date: string): boolean {
  let mondays = 0;
  for (let day = date; day > firstOn; day = next(day, -1)) if (weekday(day) === 1) mondays += 1;
  return mondays % everyWeeks === 0;
}

function isDayOf({ weekdays, bankHolidays: rule }: ShiftPattern, date: string): boolean {
  const isOnDay = weekdays.includes(weekday(date));
  if (rule === "only") return bankHolidays.has(date) && (isOnDay || weekdays.length === 0);
  return isOnDay && !(rule === "off" && bankHolidays.has(date));
}

function changed(people: OnDuty | undefined, change: ShiftChange): Set<string> {
  const { personId, coverId, rung } = change;
  const after = new Set<string>();
  for (const name of people ?? []) {
    if (!isConcerned(name, change)) after.add(name);
    else if (personId !== null && coverId !== null) after.add(`${coverId}/${name.split("/")[1] ?? ""}`);
  }
  if (personId === null && coverId !== null && rung !== null) after.add(nameOf({ personId: coverId, rung }));
  return after;
}

function isConcerned(name: string, change: ShiftChange): boolean {
  const [personId, rung] = name.split("/");
  return (
    (change.personId === null || change.personId === personId) &&
    (change.rung === null || String(change.rung) === rung)
  );
}

function write(onDuty: readonly Set<string>[], places: readonly number[], name: string): void {
  for (const place of places) onDuty[place]?.add(name);
}

function minutesBetween(span: { readonly startsAt: Date; readonly endsAt: Date }, start: Date): number[] {
  const [first, end] = [span.startsAt, span.endsAt].map((at) => (at.getTime() - start.getTime()) / minute);
  return range(first ?? 0, end ?? 0);
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place);
}

function next(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
