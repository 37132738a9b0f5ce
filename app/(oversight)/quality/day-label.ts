import { dateFormat } from "@/server/vocabulary/date-format";

/** "23 Nov": a day beneath a chart. */
export function dayLabel(day: string): string {
  return dayFormat(new Date(`${day}T12:00:00Z`));
}

const dayFormat = dateFormat({ timeZone: "UTC", day: "numeric", month: "short" });
