import { formatLondonDate } from "@/server/vocabulary/london-time";
import { longestPeriodDays, type Days, type PeriodRequest } from "@/server/vocabulary/period";

/** Why fewer days are shown than were asked for, and what to do; undefined where all of them are. */
export function cutInWords(asked: PeriodRequest, shown: Days, mostDays: number): string | undefined {
  const isCut = "days" in asked ? asked.days > mostDays : asked.from < shown.from;
  if (!isCut) return undefined;
  const isOfAll = mostDays < longestPeriodDays;
  const [length, why] = isOfAll
    ? [`${String(mostDays)} days`, "for the whole service no more is counted at once"]
    : ["five years", "no more is counted at once"];
  return `Of the days that you asked for only the last ${length} are shown, up to ${formatLondonDate(shown.to)}: ${why}. To see earlier ones, choose an earlier last day below.${
    isOfAll ? " The manager of an authority or a health organisation sees five years of their own." : ""
  }`;
}
