import type { ProblemWeek } from "@/server/domain/quality/read-problem-weeks";
import { isSmall, type Shown } from "@/server/vocabulary/small-numbers";

/** What of a week may leave in a file or a picture; null where it may not. */
export interface ToldWeek {
  readonly found: Shown;
  readonly mended: Shown;
  readonly open: Shown;
}

/**
 * Small numbers are hidden; and since what is open at the end of a week is what was open before it with what came and without
 * what went, what came and went is told of all weeks or of none. Of the last week nothing is told where what is wrong today is
 * hidden elsewhere. Pure.
 */
export function problemsToTell(weeks: readonly ProblemWeek[], isTodayTold: boolean): readonly ToldWeek[] {
  const areChangesTold = !weeks.some(({ found, mended, open }) => [found, mended, open].some(isSmall));
  return weeks.map(({ found, mended, open }, place) => {
    const isTold = isTodayTold || place < weeks.length - 1;
    return {
      found: isTold && areChangesTold ? found : null,
      mended: isTold && areChangesTold ? mended : null,
      open: isTold && !isSmall(open) ? open : null,
    };
  });
}
