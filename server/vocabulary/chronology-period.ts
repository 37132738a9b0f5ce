import { z } from "zod";
import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export const chronologyLengths = ["3-months", "12-months", "all"] as const;
export type ChronologyLength = (typeof chronologyLengths)[number];

export const chronologyLengthWords = {
  "3-months": "Last 3 months",
  "12-months": "Last 12 months",
  all: "Everything",
} as const satisfies Record<ChronologyLength, string>;

/** A length up to today, or from one London date to another. */
export const ChronologyPeriod = z.union([
  z.enum(chronologyLengths),
  z.object({ from: z.iso.date(), to: z.iso.date() }),
]);
export type ChronologyPeriod = z.infer<typeof ChronologyPeriod>;

export interface ChronologyDays {
  /** The first day; null for everything on record. */
  readonly from: LondonDate | null;
  /** The last day, included. */
  readonly to: LondonDate;
}

/** The days that are meant; days to come are left out. Refuses a first day that is in the future or after the last. */
export function daysOf(period: ChronologyPeriod, now: Date): ChronologyDays {
  const today = londonDate(now);
  if (period === "all") return { from: null, to: today };
  if (typeof period === "string") return { from: monthsBefore(today, monthsOf[period]), to: today };

  const problem = problemsOf(period, today)[0];
  if (problem) throw new Refusal("invalid", problem.message);
  return { from: period.from, to: period.to < today ? period.to : today };
}

export interface PeriodProblem {
  /** Id and name of the field it is about. */
  readonly fieldId: "from" | "to";
  readonly message: string;
}

export type PeriodRead =
  | { readonly ok: true; readonly period: ChronologyPeriod }
  | { readonly ok: false; readonly problems: readonly PeriodProblem[] };

type Query = Readonly<Record<string, unknown>>;

/**
 * The period that an address names: three months where it names none. Dates are understood as a browser sends them,
 * `2026-11-24`, and as people write them, `24/11/2026`. Never throws.
 */
export function readChronologyPeriod({ period, from, to }: Query, now: Date): PeriodRead {
  if (from === undefined && to === undefined) {
    const named = z.enum(chronologyLengths).safeParse(period ?? "3-months");
    return named.success
      ? { ok: true, period: named.data }
      : { ok: false, problems: [{ fieldId: "from", message: "Choose one of the periods, or two dates." }] };
  }
  const days = { from: readDate(from), to: readDate(to) };
  const unread = (["from", "to"] as const).filter((field) => days[field] === undefined);
  if (unread.length > 0)
    return { ok: false, problems: unread.map((fieldId) => ({ fieldId, message: notADate[fieldId] })) };

  const asked = { from: days.from ?? "", to: days.to ?? "" };
  const problems = problemsOf(asked, londonDate(now));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, period: asked };
}

const notADate = {
  from: "Enter the first day as a date, such as 24/8/2026.",
  to: "Enter the last day as a date, such as 24/11/2026.",
} as const;

function problemsOf(
  { from, to }: { readonly from: LondonDate; readonly to: LondonDate },
  today: LondonDate,
): readonly PeriodProblem[] {
  if (from > today)
    return [{ fieldId: "from", message: "The first day is in the future. Choose an earlier one." }];
  if (from > to)
    return [{ fieldId: "to", message: "The last day is before the first day. Choose a later last day." }];
  return [];
}

function readDate(typed: unknown): LondonDate | undefined {
  if (typeof typed !== "string") return undefined;
  const [, day = "", month = "", year = ""] =
    /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(typed) ?? [];
  const iso = year === "" ? typed.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // Nobody has been looked at before: a year such as 0026 is a slip of the finger.
  return z.iso.date().safeParse(iso).success && iso >= "1900-01-01" ? iso : undefined;
}

const monthsOf = { "3-months": 3, "12-months": 12 } as const;

/** The same day so many months before, or the last of that month where it has no such day. */
function monthsBefore(date: LondonDate, months: number): LondonDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth)));
  return moved.toISOString().slice(0, 10);
}
