import type { ChartsAboutWords } from "./charts-about";
import { formatDateTime, formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

/** What charts that end today are of: how far back they go is said by `what`. */
export function aboutUpTo(what: string, asAt: Date): Pick<ChartsAboutWords, "period" | "asAt"> {
  return {
    period: `${what} up to ${formatLondonDate(londonDate(asAt))}`,
    asAt: `As at ${formatDateTime(asAt)}.`,
  };
}
