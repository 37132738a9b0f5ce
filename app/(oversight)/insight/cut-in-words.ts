import { formatLondonDate } from "@/server/vocabulary/london-time";
import type { Days, PeriodRequest } from "@/server/vocabulary/period";

/** Why fewer days are shown than were asked for, and what to do; undefined where all of them are. */
export function cutInWords(asked: PeriodRequest, shown: Days): string | undefined {
  if ("days" in asked || asked.from >= shown.from) return undefined;
  return `Of the days that you asked for only the last five years are shown, up to ${formatLondonDate(shown.to)}: no more is counted at once. To see earlier ones, choose an earlier last day below.`;
}
