import { daysBetween } from "@/server/vocabulary/london-instant";
import { formatDateTime, londonDate } from "@/server/vocabulary/london-time";

/** "Today, received 23 November 2026, 02:10": how old a list is, in calendar days of London. */
export function ageOfList(receivedAt: Date | null, now: Date): string {
  if (receivedAt === null) return "No list has been loaded";

  return `${daysInWords(daysBetween(londonDate(receivedAt), londonDate(now)))}, received ${formatDateTime(receivedAt)}`;
}

function daysInWords(days: number): string {
  if (days <= 0) return "Today";
  return days === 1 ? "Yesterday" : `${days} days old`;
}
