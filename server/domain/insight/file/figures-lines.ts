import { partAsRow } from "@/server/domain/insight/file/part-as-row";
import { linesOfCounts, shownFrom, type FileLine } from "@/server/domain/insight/file/file-table";
import type { Figures, FiguresRead } from "@/server/domain/insight/read-figures";
import { measureNames } from "@/server/vocabulary/measure";

interface Row {
  readonly name: string;
  readonly figures: Figures;
}

/** The page _Figures_ as lines of a file, without small numbers. */
export function* figuresLines(read: FiguresRead): Generator<FileLine> {
  const parts = read.parts.map((part) => ({ name: partAsRow(read.unit, part), figures: part.figures }));
  const byUnit = `by ${read.unit}`;
  const hasAnswers = read.measures.includes("held");
  yield* lookupLines(`Lookups ${byUnit}`, parts, hasAnswers);
  yield* alertLines(byUnit, parts);
  if (read.grouping === "setting") yield* lookupLines("Lookups by care setting", read.groups, hasAnswers);
  yield* alertLines(read.grouping === "setting" ? "by care setting" : "by authority", read.groups);
}

function lookupLines(table: string, rows: readonly Row[], hasAnswers: boolean): Generator<FileLine> {
  const measures = hasAnswers ? (["held", "none-held", "could-not-check"] as const) : (["lookups"] as const);
  return linesOfCounts({
    table,
    parts: measures.map((measure) => measureNames[measure]),
    whole: measureNames.lookups,
    rows: rows.map(({ name, figures }) => ({
      name,
      counts: measures.map((measure) => figures[measure] ?? 0),
    })),
  });
}

function* alertLines(by: string, rows: readonly Row[]): Generator<FileLine> {
  const counted = (part: "taken" | "unreached") =>
    rows.map(({ name, figures }) => {
      const count = figures[part] ?? 0;
      return { name, counts: [count, (figures.raised ?? 0) - count] };
    });
  const whole = measureNames.raised;
  yield* linesOfCounts({
    table: `Alerts ${by}`,
    parts: [measureNames.taken, "Not taken"],
    whole,
    rows: counted("taken"),
  });
  yield* linesOfCounts({
    table: `Alerts that reached nobody ${by}`,
    parts: [measureNames.unreached, "Somebody reached"],
    whole,
    rows: counted("unreached"),
  });
  for (const { name, figures } of rows) {
    for (const measure of ["median-wait", "long-wait"] as const) {
      const seconds = shownFrom(figures.taken ?? 0, figures[measure]);
      yield [`Times ${by}`, name, `${measureNames[measure]}, seconds`, seconds];
    }
  }
}
