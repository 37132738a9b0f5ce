import { formatTime, londonDate } from "@/server/vocabulary/london-time";
import { dateFormat } from "@/server/vocabulary/date-format";

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const day = dateFormat({
  timeZone: "Europe/London",
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** "Mon 23 Nov" in London. */
export function shortDay(instant: Date): string {
  return day(instant).replace(",", "");
}

/** "22:00" on the same day, "Tue 24 Nov 08:00" on another, in London. */
export function timeInWords(at: Date, now: Date): string {
  return londonDate(at) === londonDate(now) ? formatTime(at) : `${shortDay(at)} ${formatTime(at)}`;
}

/** "on Mon 23 Nov from 17:00 to 22:00", or "from Mon 23 Nov 22:00 to Tue 24 Nov 08:00", in London. */
export function spanInWords({ startsAt, endsAt }: Span): string {
  if (londonDate(startsAt) === londonDate(endsAt))
    return `on ${shortDay(startsAt)} from ${formatTime(startsAt)} to ${formatTime(endsAt)}`;
  return `from ${shortDay(startsAt)} ${formatTime(startsAt)} to ${shortDay(endsAt)} ${formatTime(endsAt)}`;
}
