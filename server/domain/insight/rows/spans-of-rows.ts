import { londonInstant, weekdayOf } from "@/server/vocabulary/london-instant";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { spansOf, type DaySpan } from "@/server/vocabulary/period";
import type { RowsCut } from "@/server/vocabulary/rows-cut";

/** Whether rows with that in common can be of this day. Pure. */
export function isDayOfCut(day: LondonDate, cut: RowsCut | undefined): boolean {
  return cut?.by !== "hour-of-week" || weekdayOf(day) === Math.floor(Number(cut.is) / 24) + 1;
}

/** When rows of these days with that in common were: of an hour that hour of them alone, found by the index of the time. Pure. */
export function spansOfRows(days: readonly LondonDate[], cut: RowsCut | undefined): readonly DaySpan[] {
  if (cut?.by !== "hour" && cut?.by !== "hour-of-week") return spansOf(days);
  const hour = Number(cut.is) % 24;
  return days
    .filter((day) => isDayOfCut(day, cut))
    .map((day) => hourOf(day, hour))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt);
}

/** The hour that comes twice holds both, one that is skipped is empty. */
function hourOf(day: LondonDate, hour: number): DaySpan {
  return { startsAt: londonInstant(day, hour * 60), endsAt: londonInstant(day, (hour + 1) * 60) };
}
