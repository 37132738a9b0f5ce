import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import type { PlainColumn } from "@/app/(oversight)/insight/plain-table";
import type { AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import type { AlertStep } from "@/server/vocabulary/alert-step";
import type { CountedRows } from "@/server/vocabulary/counted-rows";
import { formatCount } from "@/server/vocabulary/format-count";

export const timeColumns: readonly PlainColumn[] = [
  { key: "raised", name: "Alerts raised", opens: "raised" },
  { key: "reached", name: "Came so far" },
  { key: "median", name: "Median" },
  { key: "ninetieth", name: "90th percentile" },
  { key: "ninetyNinth", name: "99th percentile" },
];

/** A row of times as it is read. */
export function timeCells(row: AlertGroup): Readonly<Record<string, string>> {
  return {
    raised: formatCount(row.raised),
    reached: formatCount(row.reached),
    median: durationOrDash(row.median),
    ninetieth: durationOrDash(row.ninetieth),
    ninetyNinth: durationOrDash(row.ninetyNinth),
  };
}

/** What figures of a step open: a time opens the alerts that came so far, of which it is the time. */
export function timeRows(step: AlertStep): Readonly<Record<string, CountedRows>> {
  return { reached: step, median: step, ninetieth: step, ninetyNinth: step };
}

function durationOrDash(seconds: number | null): string {
  return seconds === null ? "–" : formatDuration(seconds);
}
