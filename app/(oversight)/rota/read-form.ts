import { londonInstant } from "@/server/vocabulary/london-instant";
import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import type { SeenShift } from "@/server/vocabulary/rota-request";
import type { z } from "zod";

/** Minutes since midnight of "17:30"; none that there is for anything else, which the service then says. */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** A date as a browser sends it, or as people write it where a browser has no picker: 23/11/2026. */
export function dateOf(text: string): LondonDate {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The instant of two fields, a date and a time in London; an invalid one where they are none. */
export function instantOf(typed: (name: string) => string, name: string): Date {
  const [date, minute] = [dateOf(typed(`${name}Date`)), minuteOf(typed(`${name}Time`))];
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !(minute >= 0 && minute < 1_440)) return new Date(Number.NaN);
  const instant = londonInstant(date, minute);
  // 31 February would otherwise be a day in March.
  const isThatDay = !Number.isNaN(instant.getTime()) && londonDate(instant) === date;
  return isThatDay ? instant : new Date(Number.NaN);
}

export function orNull(text: string): string | null {
  return text === "" ? null : text;
}

type Seen = z.input<typeof SeenShift>;

/** A shift as one value of a form, and back. */
export function seenShiftValue({ personId, rung, startsAt, endsAt }: Seen): string {
  return [personId, String(rung), startsAt.toISOString(), endsAt.toISOString()].join("|");
}

export function seenShiftOf(value: string): Seen {
  const [personId = "", rung = "", startsAt = "", endsAt = ""] = value.split("|");
  return { personId, rung: Number(rung), startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
