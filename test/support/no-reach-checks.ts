import { formatTime } from "@/server/vocabulary/london-time";

// Tests with workers at work live by the real clock: whenever they run, no check of rotas may come in between and ring
// phones of its own accord.
const hourMilliseconds = 3_600_000;

/** A setting for `REACH_CHECK_AT` twelve hours from now. */
export function quietEvening(): string {
  return formatTime(new Date(Date.now() + 12 * hourMilliseconds));
}

/** A shift of which neither end is near enough to be checked for. */
export function quietShift(): { readonly startsAt: Date; readonly endsAt: Date } {
  const now = Date.now();
  return {
    startsAt: new Date(now - 4 * hourMilliseconds),
    endsAt: new Date(now + 4 * hourMilliseconds),
  };
}
