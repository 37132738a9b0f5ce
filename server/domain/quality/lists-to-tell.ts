import type { AppliedList, ProblemsOfCode } from "@/server/domain/quality/list-quality";
import { countLoad, countMatch, tellsFewOthers, type Rows } from "@/server/domain/quality/lines-of-all";
import { areChangesTold } from "@/server/domain/quality/problems-to-tell";
import type { Problems } from "@/server/domain/quality/read-data-quality";
import type { RowAnswer } from "@/server/vocabulary/feed-answer";
import { londonDate } from "@/server/vocabulary/london-time";
import { hideSmallInList, isSmall } from "@/server/vocabulary/small-numbers";

/** Which shares of rows may leave in a file or a picture. */
export interface ToldShares {
  readonly isMatchTold: boolean;
  readonly isLoadTold: boolean;
}

export type ToldList = AppliedList & ToldShares;

/** What stands beside the lists of an authority. */
interface Beside {
  readonly byCode: readonly ProblemsOfCode[];
  readonly problems: Problems;
}

/** Rows with one of these do not agree. */
const unmatchedCodes: readonly RowAnswer[] = ["CPR01", "CPR02", "CPR03", "CPR04"];

/** Shares of which no part is small. Pure. */
function sharesToTell(rows: Rows): ToldShares {
  return { isMatchTold: !countMatch(rows).some(isSmall), isLoadTold: !countLoad(rows).some(isSmall) };
}

/**
 * Of lists, oldest first, the newest stands beside what is wrong today by code, and an earlier one beside what was wrong at the
 * end of its week: less rows that do not agree, or were not loaded, that would tell how many of another code there were. So
 * there such rows are told of both or of neither. That there was none tells nothing of others. Pure.
 */
export function listsToTell(lists: readonly AppliedList[], beside: Beside): readonly ToldList[] {
  const newest = newestToTell(beside);
  return lists.map((list, place) => {
    const within = sharesToTell(list);
    const isNewest = place === lists.length - 1;
    const isAlone = !isNewest && !isWeekTold(list, beside.problems);
    return {
      ...list,
      isMatchTold: within.isMatchTold && (isNewest ? newest.isMatchTold : isAlone || list.unmatched === 0),
      isLoadTold:
        within.isLoadTold && (isAlone || list.loaded === list.rows || (isNewest && newest.isLoadTold)),
    };
  });
}

/**
 * Of all lists of a week, beside what was wrong at its end: where every authority sent one, the two would tell together how
 * many of another code there were, if those are few. That there was none tells nothing of others. Pure.
 */
export function weeksToTell<Week extends Rows>(
  weeks: readonly Week[],
  { weeks: wrong, told }: Problems,
): readonly (Week & ToldShares)[] {
  return weeks.map((week, place) => {
    const within = sharesToTell(week);
    const isAlone = (told[place]?.open ?? null) === null || !tellsFewOthers(wrong[place]?.open ?? 0, week);
    return {
      ...week,
      isMatchTold: within.isMatchTold && (isAlone || week.unmatched === 0),
      isLoadTold: within.isLoadTold && (isAlone || week.loaded === week.rows),
    };
  });
}

/** Which codes keep a row from being loaded is not said here: any that is hidden could be one. */
function newestToTell({ byCode }: Beside): ToldShares {
  const told = hideSmallInList(byCode.map(({ count }) => count));
  const hidden = byCode.filter((_, place) => told[place] === null);
  return {
    isMatchTold: !hidden.some(({ rowAnswer }) => unmatchedCodes.includes(rowAnswer)),
    isLoadTold: hidden.length === 0,
  };
}

/** Whether it is told what was wrong at the end of the week of a list; before the first, at its beginning. */
function isWeekTold({ receivedAt }: AppliedList, { weeks, told }: Problems): boolean {
  const day = londonDate(receivedAt);
  const place = weeks.findLastIndex(({ from }) => from <= day);
  return place < 0 ? weeks.length > 0 && areChangesTold(weeks) : told[place]?.open !== null;
}
