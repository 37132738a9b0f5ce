import {
  hiddenWord,
  linesOfCounts,
  linesOfRow,
  shownFrom,
  textOf,
  type FileLine,
} from "@/server/domain/insight/file/file-table";
import {
  countLoad,
  countMatch,
  linesOfAll,
  ofLoad,
  ofMatch,
  type Rows,
} from "@/server/domain/quality/lines-of-all";
import type { ToldShares } from "@/server/domain/quality/lists-to-tell";
import { areChangesTold } from "@/server/domain/quality/problems-to-tell";
import type { DataQuality, JudgedQuality, Problems } from "@/server/domain/quality/read-data-quality";
import { rowAnswerWords } from "@/server/vocabulary/feed-answer";
import { londonDate } from "@/server/vocabulary/london-time";
import { hideSmallInList, isSmall } from "@/server/vocabulary/small-numbers";

/** The page _How good are the lists?_ as lines of a file, without small numbers of rows: each is a child. Pure. */
export function* qualityLines(quality: DataQuality): Generator<FileLine> {
  const { authorities, isOfAll, weeks, problems, workAge } = quality;
  yield* isOfAll ? linesOfAll(authorities) : authorities.flatMap((authority) => [...ownLines(authority)]);
  for (const week of weeks) {
    const name = `seven days from ${week.from}`;
    yield ["Lists by week", name, "Lists", String(week.lists)];
    yield* shareLines("Lists by week", { name, ...week });
  }
  yield* problemLines("What is wrong, by week", problems);
  yield* mendingLines(quality);
  for (const authority of authorities) yield* standingLines(authority, isOfAll);
  yield ["Time on the lists", "all", "Counted as at", workAge.countedAt?.toISOString() ?? "never"];
}

/** One's own newest lists, and what is wrong today by national code. */
function* ownLines({ name, lists, byCode, problems }: JudgedQuality): Generator<FileLine> {
  const rows = byCode.map(({ rowAnswer, count }) => ({
    name: `${rowAnswer}: ${rowAnswerWords[rowAnswer]}`,
    counts: [count],
  }));
  const table = `Wrong today, ${name}`;
  yield* linesOfCounts({ table, parts: ["Number"], whole: "Number", rows });
  for (const list of lists) {
    const row = `number ${String(list.sequence)}, ${londonDate(list.receivedAt)}`;
    yield* shareLines(`Lists, ${name}`, { name: row, ...list });
  }
  yield* problemLines(`What is wrong by week, ${name}`, problems);
}

/** What came, went and stayed wrong, as far as it may leave. */
function* problemLines(table: string, { weeks, told }: Problems): Generator<FileLine> {
  for (const [place, { from, ...week }] of weeks.entries()) {
    const row = `seven days from ${from}`;
    const { found, mended, open } = told[place] ?? { found: null, mended: null, open: null };
    yield [table, row, "Newly wrong", textOf(found)];
    yield [table, row, "Mended", textOf(mended)];
    yield [table, row, "Wrong at the end", textOf(open)];
    // One of what is hidden tells whether it was few, and none that nothing was mended.
    const median = mended === null ? hiddenWord : shownFrom(mended, inTenths(week.daysToMend));
    yield [table, row, "Days to mend, median", median];
  }
}

/** How much each authority mended, and how long it took; of all with their sum, so that none is told by the others. */
function* mendingLines({ authorities, isOfAll, mending, problems }: DataQuality): Generator<FileLine> {
  const rows = authorities.map(({ name, mendedCount: count, daysToMend: days, problems: own }) => ({
    name,
    days,
    count,
    isTold: areChangesTold(isOfAll ? problems.weeks : own.weeks),
  }));
  const counts = rows.map(({ count }) => count);
  const shown = isOfAll ? hideSmallInList(counts) : counts.map((count) => (isSmall(count) ? null : count));
  const ofAll = { name: "all", isTold: areChangesTold(problems.weeks) };
  for (const [place, { name, days, count, isTold }] of [
    ...rows,
    ...(mending === null ? [] : [{ ...ofAll, ...mending }]),
  ].entries()) {
    yield ["Time to mend", name, "Mended in 91 days", isTold ? textOf(shown[place] ?? null) : hiddenWord];
    yield [
      "Time to mend",
      name,
      "Days to mend, median",
      isTold ? shownFrom(count, inTenths(days)) : hiddenWord,
    ];
  }
}

function inTenths(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10) / 10;
}

interface Share extends Rows, ToldShares {
  readonly name: string;
}

/** How many rows of one list, or of those of one week, agree and were loaded. */
function* shareLines(table: string, { name, isMatchTold, isLoadTold, ...rows }: Share): Generator<FileLine> {
  for (const line of linesOfRow(table, { name, counts: countMatch(rows) }, ofMatch))
    yield isMatchTold || line[2] === ofMatch.whole ? line : [table, name, line[2], hiddenWord];
  for (const line of linesOfRow(table, { name, counts: countLoad(rows) }, ofLoad))
    if (line[2] !== ofLoad.whole) yield isLoadTold ? line : [table, name, line[2], hiddenWord];
}

/** What else the page says of an authority; the time spent on lists of one's own only, as there. */
function* standingLines(authority: JudgedQuality, isOfAll: boolean): Generator<FileLine> {
  const { name, findings, lastReceivedAt, skipped, work } = authority;
  const table = "By authority";
  const found = (level: "bad" | "doubtful") => String(findings.filter((one) => one.level === level).length);
  yield [table, name, "Things to put right", found("bad")];
  yield [table, name, "Things to look at", found("doubtful")];
  yield [table, name, "Newest list", lastReceivedAt === null ? "" : londonDate(lastReceivedAt)];
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
