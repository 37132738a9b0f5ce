import type { ReactElement } from "react";
import { openedFromTimes } from "./opened-from-times";
import { partDays } from "./part-days";
import { timeCells, timeColumns, timeRows } from "./time-cells";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { StepRow } from "@/server/domain/insight/count-times";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { alertStepNames, targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";
import type { CountedRows } from "@/server/vocabulary/counted-rows";
import { formatLondonDate } from "@/server/vocabulary/london-time";

const columns = [...timeColumns, { key: "target", name: "Aimed at" }, { key: "in-time", name: "In time" }];

/** Each step with what is aimed at; twice more where the days are compared. */
export function StepsTable({ read }: { readonly read: TimesRead }): ReactElement {
  const { steps, request } = read;
  return (
    <PlainTable
      caption="From raised, step by step"
      firstHeading="Step"
      columns={columns}
      rows={steps.map((row) => ({
        name: `${alertStepNames[row.step]}${partName(row, request.splitOn)}`,
        cells: { ...timeCells(row), ...targetCells(row) },
        slice: { ...partDays(read, row.part), ...openedFromTimes(read) },
        opens: { ...timeRows(row.step), ...(row.inTime > 0 && inTimeRows[row.step]) },
      }))}
    />
  );
}

/** A share opens those that it is of; none opens nothing. */
const inTimeRows: Readonly<Record<AlertStep, Readonly<Record<string, CountedRows>>>> = {
  shown: { "in-time": "shown-in-time" },
  taken: { "in-time": "taken-in-time" },
  answered: { "in-time": "answered-in-time" },
  closed: {},
};

function partName({ part }: StepRow, splitOn: string | undefined): string {
  if (part === "all" || splitOn === undefined) return "";
  return part === "before" ? `, before ${formatLondonDate(splitOn)}` : `, from ${formatLondonDate(splitOn)}`;
}

function targetCells({ step, raised, inTime }: StepRow): Readonly<Record<string, string>> {
  const target = targetSeconds[step];
  if (target === undefined) return {};
  const inWords = formatDuration(target);
  return raised === 0
    ? { target: inWords }
    : { target: inWords, "in-time": `${String(Math.floor((inTime / raised) * 100))} %` };
}
