import { formatTime } from "@/server/vocabulary/london-time";

/**
 * A setting for `REACH_CHECK_AT` twelve hours from now: whenever tests with real workers run, the evening's check of rotas
 * does not come in between and ring phones of its own accord.
 */
export function quietEvening(): string {
  return formatTime(new Date(Date.now() + 12 * 3_600_000));
}
