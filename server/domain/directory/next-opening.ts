import { isOfficeOpen, type OfficeTimes } from "@/server/domain/directory/number-now";
import { isWorkingDay } from "@/server/domain/directory/working-day";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

/** Longer than any row of weekends and bank holidays. */
const mostDays = 14;

/**
 * When an authority's office is open next: this very instant while it is open, otherwise the next opening on a London
 * working day. Undefined where its hours never open it. Pure.
 */
export function nextOpening(office: OfficeTimes, now: Date): Date | undefined {
  if (isOfficeOpen(office, now)) return now;
  const today = londonDate(now);
  const openings = Array.from({ length: mostDays }, (_, days) =>
    londonInstant(addDays(today, days), office.officeOpensAt),
  );
  return openings.find((opening) => opening > now && isWorkingDay(opening) && isOfficeOpen(office, opening));
}
