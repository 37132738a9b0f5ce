import { partAsRow } from "@/server/domain/insight/file/part-as-row";
import { linesOfCounts, shownFrom, type FileLine } from "@/server/domain/insight/file/file-table";
import type { AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import type { TimesRead } from "@/server/domain/insight/read-times";
import {
  alertStepNames,
  alertSteps,
  distributionEdges,
  timeBreakdownName,
  type AlertStep,
} from "@/server/vocabulary/alert-step";

type Row = AlertGroup & { readonly name: string };
type Times = Pick<TimesRead, "steps" | "bars" | "groups" | "request" | "unit" | "parts">;

/** The page _Time to a human_ as lines of a file, without small numbers. */
export function* timesLines(read: Times): Generator<FileLine> {
  const { groups, request, unit } = read;
  for (const step of alertSteps) yield* stepLines(read, step);
  yield* linesOfCounts({
    table: `${alertStepNames[request.step]}: alerts by seconds it took`,
    parts: ["Alerts"],
    whole: "Alerts raised",
    rows: barsOf(read),
  });
  yield* timeLines(
    `${alertStepNames[request.step]} by ${timeBreakdownName(request.by, unit).toLowerCase()}`,
    groups.map((group) => ({ ...group, name: nameOf(read, group) })),
  );
}

/** Before and from a day are parts of all days: as one table, so that none of the three tells what is hidden in another. */
function* stepLines({ steps, request }: Times, step: AlertStep): Generator<FileLine> {
  const rows = steps.filter((row) => row.step === step);
  if (rows.length === 0) return;
  const all = rows.filter(({ part }) => part === "all").map((row) => ({ ...row, name: "all days" }));
  const parts = rows
    .filter(({ part }) => part !== "all")
    .map((row) => ({ ...row, name: `${row.part} ${request.splitOn ?? ""}` }));
  yield* countLines(alertStepNames[step], parts.length === 0 ? all : parts);
  yield* percentileLines(alertStepNames[step], [...all, ...parts]);
}

/**
 * With those that did not come so far: without them the sum would be how many did, from which the table before it, where a few
 * that did not are hidden, could be filled in.
 */
function barsOf({ steps, bars, request }: Times) {
  const all = steps.find(({ part, step }) => part === "all" && step === request.step);
  const edges = ["0", ...distributionEdges.map(String)];
  return [
    ...edges.map((from, bar) => ({
      name: `from ${from}`,
      counts: [bars.find((one) => one.part === "all" && one.bar === bar)?.alerts ?? 0],
    })),
    { name: "not so far", counts: [(all?.raised ?? 0) - (all?.reached ?? 0)] },
  ];
}

function nameOf({ request, unit, parts }: Times, { key, name }: TimesRead["groups"][number]): string {
  const part = request.by === "day" ? parts.find(({ from }) => from === key) : undefined;
  return part === undefined ? name : partAsRow(unit, part);
}

function* timeLines(table: string, rows: readonly Row[]): Generator<FileLine> {
  yield* countLines(table, rows);
  yield* percentileLines(table, rows);
}

function* countLines(table: string, rows: readonly Row[]): Generator<FileLine> {
  yield* linesOfCounts({
    table,
    parts: ["Came so far", "Did not"],
    whole: "Alerts raised",
    rows: rows.map(({ name, raised, reached }) => ({ name, counts: [reached, raised - reached] })),
  });
}

function* percentileLines(table: string, rows: readonly Row[]): Generator<FileLine> {
  for (const { name, reached, median, ninetieth, ninetyNinth } of rows) {
    yield [table, name, "Median, seconds", shownFrom(reached, median)];
    yield [table, name, "90th percentile, seconds", shownFrom(reached, ninetieth)];
    yield [table, name, "99th percentile, seconds", shownFrom(reached, ninetyNinth)];
  }
}
