import type { ChartsAboutWords } from "@/app/_ui/chart-file/charts-about";
import type { FiguresAge } from "@/server/domain/insight/read-age";
import { formatDateTime, formatLondonDate, type LondonDate } from "@/server/vocabulary/london-time";

interface DatedFigures extends FiguresAge {
  readonly from: LondonDate;
  readonly to: LondonDate;
}

/** Of which days charts of figures are, and as at when, in the words of their page. */
export function aboutFigures(read: DatedFigures): Pick<ChartsAboutWords, "period" | "asAt"> {
  return {
    period: `${formatLondonDate(read.from)} to ${formatLondonDate(read.to)}`,
    asAt:
      read.countedAt === undefined
        ? "Nothing has been counted yet."
        : `${read.isBehind ? "Behind: as at" : "As at"} ${formatDateTime(read.countedAt)}.`,
  };
}
