import { inDays, inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import type { ShownFigure } from "@/app/_ui/figure-list";
import type { JudgedQuality } from "@/server/domain/quality/read-data-quality";
import type { Mending } from "@/server/domain/quality/mending";
import { figureDefinitions } from "@/server/vocabulary/figure-definition";
import { formatCount } from "@/server/vocabulary/format-count";

const definitions = {
  matched:
    "Rows of the newest list whose number, names and date of birth demographics knows (no CPR01 to CPR04), of all its rows; rounded down. At least 95% is aimed at.",
  loaded: "Rows of the newest list that were loaded, of all its rows; rounded down.",
  open: "What the newest list shows to be wrong, with plans that it leaves out. A thing is counted once, however many lists have shown it.",
  work: "On days on which anybody was at Lantern’s pages of lists in the last 28 days: minutes from one act on record to the next of the same person, where no more than 15 minutes lie between. Work in your own system that takes longer shows as a pause, so that the true time is at least this. It is counted for the authority, and for nobody by name.",
  skipped: "Sequence numbers that are missing between the lists of the last 90 days.",
} as const;

/** How good an authority's lists are, in six figures. */
export function figuresOf({
  newest,
  openCount,
  daysToMend,
  mendedCount,
  work,
  skipped,
}: JudgedQuality): readonly ShownFigure[] {
  const rows = newest?.rows ?? 0;
  const beside = `of ${formatCount(rows)} rows`;
  return [
    {
      name: "Agrees with demographics",
      value: inPercent(rows - (newest?.unmatched ?? 0), rows),
      beside,
      definition: definitions.matched,
    },
    { name: "Loaded", value: inPercent(newest?.loaded ?? 0, rows), beside, definition: definitions.loaded },
    { name: "Wrong today", value: formatCount(openCount), definition: definitions.open },
    timeToMend({ days: daysToMend, count: mendedCount }),
    {
      name: "Spent on the lists",
      value: minutesInWords(work?.minutesADay),
      beside: work === null ? "Nobody was, in 28 days" : `a day, on ${String(work.days)} of 28 days`,
      definition: definitions.work,
    },
    {
      name: "Lists skipped",
      value: formatCount(skipped),
      beside: "in 90 days",
      definition: definitions.skipped,
    },
  ];
}

/** How long mending took, of one authority or of all. */
export function timeToMend({ days, count }: Mending): ShownFigure {
  const { name, words } = figureDefinitions["time-to-mend"];
  return { name, value: inDays(days), beside: `${formatCount(count)} mended in 91 days`, definition: words };
}

/** "12 minutes", or a dash where nobody was at it. */
export function minutesInWords(minutes: number | undefined): string {
  if (minutes === undefined) return "–";
  const whole = Math.round(minutes);
  return whole === 1 ? "1 minute" : `${String(whole)} minutes`;
}

export const workDefinition = definitions.work;
