import type { LondonDate } from "@/server/vocabulary/london-time";

export type ParsedFeedDate =
  { readonly ok: true; readonly date: LondonDate } | { readonly ok: false; readonly message: string };

const earliest = "1900-01-01";
const latest = "2100-12-31";

/** Reads `YYYY-MM-DD` or `DD/MM/YYYY`, with a midnight that a database export puts behind it. Never throws. */
export function parseFeedDate(text: string): ParsedFeedDate {
  const bare = text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, "");
  const parts = isoParts(bare) ?? britishParts(bare);
  if (parts === undefined) return refuse(unknownShape(bare));

  const [year, month, day] = parts;
  if (month > 12 && day <= 12) return refuse("Day and month are the wrong way round. Write DD/MM/YYYY.");
  if (!isOnCalendar([year, month, day])) return refuse("There is no such day in the calendar.");
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (date < earliest || date > latest) return refuse("The year cannot be right.");
  return { ok: true, date };
}

type Parts = readonly [year: number, month: number, day: number];

function isoParts(text: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day === undefined ? undefined : [Number(year), Number(month), Number(day)];
}

function britishParts(text: string): Parts | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? undefined : [Number(year), Number(month), Number(day)];
}

function unknownShape(text: string): string {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return "This is a spreadsheet's own number for a date. Format the column as a date, YYYY-MM-DD.";
  }
  if (/^#+$/.test(text))
    return "The spreadsheet's column was too narrow to show the date. Widen it and export again.";
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) return "Write the year with four digits.";
  return "Write the date as YYYY-MM-DD or DD/MM/YYYY.";
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function isOnCalendar([year, month, day]: Parts): boolean {
  // Day 0 of the next month is the last of this one.
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

function refuse(message: string): ParsedFeedDate {
  return { ok: false, message };
}
