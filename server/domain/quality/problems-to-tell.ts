import type { ProblemWeek } from "@/server/domain/quality/read-problem-weeks";
import { isSmall, type Shown } from "@/server/vocabulary/small-numbers";

/** What of a week may leave in a file or a picture; null where it may not. */
export interface ToldWeek {
  readonly found: Shown;
  readonly mended: Shown;
  readonly open: Shown;
}

type Counts = Pick<ProblemWeek, "found" | "mended" | "open">;

/**
 * Small numbers are hidden; and since what is open at the end of a week is what was open before it with what came and without
 * what went, what came and went is told of all weeks or of none. Of the last week nothing is told where what is wrong today is
 * hidden elsewhere. Pure.
 */
export function problemsToTell(weeks: readonly Counts[], isTodayTold: boolean): readonly ToldWeek[] {
  const isChangeTold = areChangesTold(weeks);
  return weeks.map(({ found, mended, open }, place) => {
    const isTold = isTodayTold || place < weeks.length - 1;
    return {
      found: isTold && isChangeTold ? found : null,
      mended: isTold && isChangeTold ? mended : null,
      open: isTold && !isSmall(open) ? open : null,
    };
  });
}

/**
 * Whether what came and went may leave: where no number of the weeks is small, nor what was open before them, which the first
 * tells. Where it may not, neither may what was mended in all of them: with what stayed it could tell what came. Pure.
 */
export function areChangesTold(weeks: readonly Counts[]): boolean {
  const before = weeks.slice(0, 1).map(({ found, mended, open }) => open - found + mended);
  return ![...before, ...weeks.flatMap(({ found, mended, open }) => [found, mended, open])].some(isSmall);
}
