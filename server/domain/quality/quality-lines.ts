import {
  hiddenWord,
  linesOfCounts,
  linesOfRow,
  shownFrom,
  type FileLine,
} from "@/server/domain/insight/file/file-table";
import type { AppliedList } from "@/server/domain/quality/list-quality";
import type { DataQuality, JudgedQuality } from "@/server/domain/quality/read-data-quality";
import { rowAnswerWords, type RowAnswer } from "@/server/vocabulary/feed-answer";
import { londonDate } from "@/server/vocabulary/london-time";

/** The page _How good are the lists?_ as lines of a file, without small numbers of rows: each is a child. Pure. */
export function* qualityLines(quality: DataQuality): Generator<FileLine> {
  const { authorities, isOfAll, weeks, workAge } = quality;
  yield* isOfAll ? linesOfAll(authorities) : authorities.flatMap((authority) => [...ownLines(authority)]);
  for (const week of weeks) {
    const name = `seven days from ${week.from}`;
    yield ["Lists by week", name, "Lists", String(week.lists)];
    yield* shareLines("Lists by week", { name, ...week });
  }
  for (const authority of authorities) yield* standingLines(authority, isOfAll);
  yield ["Time on the lists", "all", "Counted as at", workAge.countedAt?.toISOString() ?? "never"];
}

type Rows = Pick<AppliedList, "rows" | "loaded" | "unmatched">;

const ofMatch = { parts: ["Agree with demographics", "Do not agree"], whole: "Rows" } as const;
const ofLoad = { parts: ["Loaded", "Not loaded"], whole: "Rows" } as const;
const countMatch = ({ rows, unmatched }: Rows) => [rows - unmatched, unmatched];
const countLoad = ({ rows, loaded }: Rows) => [loaded, rows - loaded];

/** Each authority's newest list, and the sums that the page shows. */
function* linesOfAll(authorities: readonly JudgedQuality[]): Generator<FileLine> {
  const newest = authorities.flatMap(({ name, newest: list }) => (list === null ? [] : { name, list }));
  const rowsBy = (count: (list: Rows) => number[]) =>
    newest.map(({ name, list }) => ({ name, counts: count(list) }));
  const ofLists = [
    ...linesOfCounts({ table: "Newest list: agreement", ...ofMatch, rows: rowsBy(countMatch) }),
    ...linesOfCounts({ table: "Newest list: loading", ...ofLoad, rows: rowsBy(countLoad) }),
  ];
  yield* ofLists;
  const hidden = new Set(ofLists.filter(([, , , number]) => number === hiddenWord).map(([, row]) => row));
  yield* wrongTodayLines(authorities, hidden);
}

/**
 * Mostly as many as were not loaded, or as did not agree: where a number of an authority's list is hidden, this one would
 * tell it; and without a sum none is told by the others.
 */
function* wrongTodayLines(
  authorities: readonly JudgedQuality[],
  hidden: ReadonlySet<string>,
): Generator<FileLine> {
  const table = "Wrong today";
  const rows = authorities.map(({ name, openCount }) => ({ name, counts: [openCount] }));
  const lines = [...linesOfCounts({ table, parts: ["Number"], whole: "Number", rows })];
  const isHidden = ([, row, , number]: FileLine) => number === hiddenWord || hidden.has(row);
  for (const line of lines)
    yield lines.some(isHidden) && (isHidden(line) || line[1] === "all")
      ? [table, line[1], line[2], hiddenWord]
      : line;
}

/** One's own newest lists, and what is wrong today by national code. */
function* ownLines({ name, lists, byCode }: JudgedQuality): Generator<FileLine> {
  const rows = byCode.map(({ rowAnswer, count }) => ({
    name: `${rowAnswer}: ${rowAnswerWords[rowAnswer]}`,
    counts: [count],
  }));
  const table = `Wrong today, ${name}`;
  const wrong = [...linesOfCounts({ table, parts: ["Number"], whole: "Number", rows })];
  yield* wrong;
  const isCodeHidden = wrong.some(
    ([, row, , number]) => number === hiddenWord && unmatchedCodes.some((code) => row.startsWith(code)),
  );
  for (const list of lists) {
    const row = `number ${String(list.sequence)}, ${londonDate(list.receivedAt)}`;
    const isMatchHidden = isCodeHidden && list === lists.at(-1);
    yield* shareLines(`Lists, ${name}`, { name: row, ...list, isMatchHidden });
  }
}

/** Rows with one of these do not agree, so that of the newest list both are told or neither. */
const unmatchedCodes: readonly RowAnswer[] = ["CPR01", "CPR02", "CPR03", "CPR04"];

interface Share extends Rows {
  readonly name: string;
  /** Whether it is hidden for what stands elsewhere. */
  readonly isMatchHidden?: boolean;
}

/** How many rows of one list, or of those of one week, agree and were loaded. */
function* shareLines(table: string, { name, isMatchHidden = false, ...rows }: Share): Generator<FileLine> {
  for (const line of linesOfRow(table, { name, counts: countMatch(rows) }, ofMatch))
    yield isMatchHidden && line[2] !== ofMatch.whole ? [table, name, line[2], hiddenWord] : line;
  for (const line of linesOfRow(table, { name, counts: countLoad(rows) }, ofLoad))
    if (line[2] !== ofLoad.whole) yield line;
}

/** What else the page says of an authority; the time spent on lists of one's own only, as there. */
function* standingLines(authority: JudgedQuality, isOfAll: boolean): Generator<FileLine> {
  const { name, findings, lastReceivedAt, skipped, daysToMend, mendedCount, work } = authority;
  const table = "By authority";
  const found = (level: "bad" | "doubtful") => String(findings.filter((one) => one.level === level).length);
  yield [table, name, "Things to put right", found("bad")];
  yield [table, name, "Things to look at", found("doubtful")];
  yield [table, name, "Newest list", lastReceivedAt === null ? "" : londonDate(lastReceivedAt)];
  const mended = { parts: ["Mended in 90 days"], whole: "" };
  yield* linesOfRow(table, { name, counts: [mendedCount] }, mended);
  yield [
    table,
    name,
    "Days to mend, median",
    shownFrom(mendedCount, daysToMend === null ? null : Math.round(daysToMend * 10) / 10),
  ];
  yield [table, name, "Lists skipped in 90 days", String(skipped)];
  if (isOfAll) return;
  yield [table, name, "Days at the lists, of 28", String(work?.days ?? 0)];
  yield [
    table,
    name,
    "Minutes at the lists on such a day",
    work === null ? "" : String(Math.round(work.minutesADay)),
  ];
}
