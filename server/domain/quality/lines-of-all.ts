import { hiddenWord, linesOfCounts, type FileLine } from "@/server/domain/insight/file/file-table";
import type { AppliedList, AuthorityQuality } from "@/server/domain/quality/list-quality";
import { isSmall } from "@/server/vocabulary/small-numbers";

export type Rows = Pick<AppliedList, "rows" | "loaded" | "unmatched">;
type Standing = Pick<AuthorityQuality, "name" | "newest" | "openCount">;

export const ofMatch = { parts: ["Agree with demographics", "Do not agree"], whole: "Rows" } as const;
export const ofLoad = { parts: ["Loaded", "Not loaded"], whole: "Rows" } as const;
export const countMatch = ({ rows, unmatched }: Rows) => [rows - unmatched, unmatched];
export const countLoad = ({ rows, loaded }: Rows) => [loaded, rows - loaded];

/**
 * Whether what is wrong, less rows that do not agree or were not loaded, would tell that a few are wrong in another way: where
 * the lists beside it are all that there are. Pure.
 */
export function tellsFewOthers(wrong: number, lists: Rows): boolean {
  const notLoaded = lists.rows - lists.loaded;
  const told = [lists.unmatched, notLoaded, lists.unmatched + notLoaded];
  return told.some((count) => isSmall(Math.abs(wrong - count)));
}

/** Each authority's newest list and what is wrong today, with the sums that the page shows. Pure. */
export function* linesOfAll(authorities: readonly Standing[]): Generator<FileLine> {
  const newest = authorities.flatMap(({ name, newest: list }) => (list === null ? [] : { name, list }));
  const rowsBy = (count: (list: Rows) => number[]) =>
    newest.map(({ name, list }) => ({ name, counts: count(list) }));
  const ofLists = [
    ...linesOfCounts({ table: "Newest list: agreement", ...ofMatch, rows: rowsBy(countMatch) }),
    ...linesOfCounts({ table: "Newest list: loading", ...ofLoad, rows: rowsBy(countLoad) }),
  ];
  yield* ofLists;
  const hidden = ofLists.filter(([, , , number]) => number === hiddenWord).map(([, row]) => row);
  const few = authorities.filter(
    ({ newest: list, openCount }) => list !== null && tellsFewOthers(openCount, list),
  );
  yield* wrongTodayLines(authorities, new Set([...hidden, ...few.map(({ name }) => name)]));
}

const wrongToday = "Wrong today";

/** Whether what is wrong today is told of all authorities together: what else would tell it is hidden with it. Pure. */
export function isWrongTodayTold(authorities: readonly Standing[]): boolean {
  return ![...linesOfAll(authorities)].some(
    ([table, row, , number]) => table === wrongToday && row === "all" && number === hiddenWord,
  );
}

/**
 * Mostly as many as were not loaded, or as did not agree: where a number of an authority's list is hidden, or differs from it
 * by few, this one would tell them; and without a sum none is told by the others.
 */
function* wrongTodayLines(
  authorities: readonly Standing[],
  hidden: ReadonlySet<string>,
): Generator<FileLine> {
  const rows = authorities.map(({ name, openCount }) => ({ name, counts: [openCount] }));
  const lines = [...linesOfCounts({ table: wrongToday, parts: ["Number"], whole: "Number", rows })];
  const isHidden = ([, row, , number]: FileLine) => number === hiddenWord || hidden.has(row);
  for (const line of lines)
    yield lines.some(isHidden) && (isHidden(line) || line[1] === "all")
      ? [wrongToday, line[1], line[2], hiddenWord]
      : line;
}
