import { staleAfterMilliseconds } from "@/server/domain/insight/read-condition";
import type { AuthorityQuality } from "@/server/domain/quality/list-quality";
import { matchTargetPercent } from "@/server/vocabulary/feed-answer";
import { daysBetween } from "@/server/vocabulary/london-instant";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";

export type QualityLevel = "bad" | "doubtful" | "fine";

/** One thing that is wrong with an authority's lists, with what to do about it and where. */
export interface QualityFinding {
  readonly kind: "none" | "stale" | "unmatched" | "not-loaded" | "long-open" | "skipped";
  readonly level: Exclude<QualityLevel, "fine">;
  readonly what: string;
  readonly todo: string;
  /** The page on which it is done, for those who send the lists. */
  readonly href: string;
  readonly label: string;
}

const dayMilliseconds = 86_400_000;
/** So long something may be wrong before it is asked why. */
const longOpenDays = 28;

/** What is wrong with these lists, the worst first; nothing where they are good. Pure. */
export function judgeQuality(quality: AuthorityQuality, now: Date): readonly QualityFinding[] {
  return [
    ...judgeAge(quality, now),
    ...judgeMatch(quality),
    ...judgeLoaded(quality),
    ...judgeOpen(quality, now),
    ...judgeSkipped(quality),
  ];
}

/** The worst that is said. Pure. */
export function worstOf(findings: readonly Pick<QualityFinding, "level">[]): QualityLevel {
  if (findings.some(({ level }) => level === "bad")) return "bad";
  return findings.length > 0 ? "doubtful" : "fine";
}

const lists = { href: "/feeds", label: "Go to the lists" } as const;
const faults = { href: "/feeds/quality", label: "See each row" } as const;

function judgeAge({ lastReceivedAt }: AuthorityQuality, now: Date): readonly QualityFinding[] {
  if (lastReceivedAt === null) {
    const what = "No list was ever loaded: no child of the authority would be found.";
    return [{ kind: "none", level: "bad", what, todo: "Send the first list.", ...lists }];
  }
  const age = now.getTime() - lastReceivedAt.getTime();
  if (age <= staleAfterMilliseconds) return [];
  const days = counted(daysBetween(londonDate(lastReceivedAt), londonDate(now)), "day", "days");
  const what = `The newest list is ${days} old. Plans that began since are not known.`;
  return [{ kind: "stale", level: "bad", what, todo: "Send today’s list.", ...lists }];
}

function judgeMatch({ newest }: AuthorityQuality): readonly QualityFinding[] {
  if (newest === null || newest.rows === 0) return [];
  const { rows, unmatched } = newest;
  if ((rows - unmatched) * 100 >= rows * matchTargetPercent) return [];
  const what = `${counted(unmatched, "row", "rows")} of ${formatCount(rows)} ${
    unmatched === 1 ? "does" : "do"
  } not agree with demographics. At least ${String(matchTargetPercent)}% should agree: a wrong number hides a child, or marks another.`;
  return [
    { kind: "unmatched", level: "bad", what, todo: "Trace the people, and correct the rows.", ...faults },
  ];
}

function judgeLoaded({ newest }: AuthorityQuality): readonly QualityFinding[] {
  if (newest === null || newest.loaded === newest.rows) return [];
  const count = newest.rows - newest.loaded;
  const what = `${counted(count, "row of the newest list was", "rows of the newest list were")} not loaded.`;
  const page = { href: `/feeds/${newest.feedId}`, label: `Look at list ${String(newest.sequence)}` };
  return [
    { kind: "not-loaded", level: "doubtful", what, todo: "Correct them, and send the list again.", ...page },
  ];
}

function judgeOpen({ oldestOpenAt }: AuthorityQuality, now: Date): readonly QualityFinding[] {
  if (oldestOpenAt === null || now.getTime() - oldestOpenAt.getTime() <= longOpenDays * dayMilliseconds)
    return [];
  const what = `Something has been wrong since ${formatLondonDate(londonDate(oldestOpenAt))}, for more than four weeks.`;
  return [{ kind: "long-open", level: "doubtful", what, todo: "Mend the oldest first.", ...faults }];
}

function judgeSkipped({ skipped }: AuthorityQuality): readonly QualityFinding[] {
  if (skipped === 0) return [];
  const what = `${counted(skipped, "list was", "lists were")} skipped in the last 90 days.`;
  return [
    {
      kind: "skipped",
      level: "doubtful",
      what,
      todo: "Find out whether a list was lost on its way.",
      ...lists,
    },
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
