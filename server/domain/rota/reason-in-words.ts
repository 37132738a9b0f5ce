import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { Because } from "@/server/domain/rota/who-is-told";
import { londonDate, formatTime } from "@/server/vocabulary/london-time";
import { roleNames } from "@/server/vocabulary/permission";
import { dateFormat } from "@/server/vocabulary/date-format";

export interface ReasonContext {
  readonly at: Date;
  readonly overlapMinutes: number;
  readonly nameOf: (id: string) => string;
}

/** Why somebody is told at an instant, in words: "Weekly shift until 08:00 on Tuesday". Pure. */
export function reasonInWords(because: Because, context: ReasonContext): string {
  switch (because.kind) {
    case "shift":
      return shiftInWords(because.shift, context);
    case "person":
      return "Told on this rung at all times";
    case "role":
      return `Everybody who is ${roleNames[because.role].toLowerCase()} is told on this rung`;
    case "team":
      return `First on call of ${context.nameOf(because.shift.teamId)}: ${lowered(shiftInWords(because.shift, context))}`;
  }
}

function shiftInWords(shift: RotaShift, context: ReasonContext): string {
  const { at, overlapMinutes } = context;
  const what = originInWords(shift, context.nameOf);
  if (at < shift.endsAt) return `${what} until ${timeAndDay(shift.endsAt, at)}`;
  const until = new Date(shift.endsAt.getTime() + overlapMinutes * 60_000);
  return `${what} that ended at ${formatTime(shift.endsAt)}; stays on call until ${formatTime(until)} for the handover`;
}

/** "Weekly shift", "Swapped with Ben Carter", for a shift. Pure. */
export function originInWords({ origin }: Pick<RotaShift, "origin">, nameOf: (id: string) => string): string {
  const other = origin.insteadOf === null ? "" : nameOf(origin.insteadOf);
  switch (origin.kind) {
    case "pattern":
      return "Weekly shift";
    case "one-off":
      return "Single shift";
    case "swap":
      return `Swap with ${other},`;
    case "takeover":
      return "Took over";
    case "absence":
      return `Covers for ${other}`;
  }
}

function timeAndDay(instant: Date, at: Date): string {
  if (londonDate(instant) === londonDate(at)) return formatTime(instant);
  return `${formatTime(instant)} on ${longDay(instant)}`;
}

const longDay = dateFormat({
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
});

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
