import type { ReactElement } from "react";
import { inDays } from "./quality-words";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { FixedFault } from "@/server/domain/register/quality/show-quality";
import { faultCauseWords } from "@/server/vocabulary/fault-cause";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

const dayMilliseconds = 86_400_000;

/** What was mended lately, and in which list: the other half of the work, to be seen too. */
export function FixedFaults({ fixed }: { readonly fixed: readonly FixedFault[] }): ReactElement | null {
  if (fixed.length === 0) return null;
  return (
    <section aria-label="Fixed lately">
      <h2 className="nhsuk-heading-m">Fixed in the last 91 days</h2>
      <DataTable
        caption="Fixed, newest first"
        columns={columns}
        rows={fixed}
        rowKey={({ faultId }) => faultId}
      />
    </section>
  );
}

const columns: readonly Column<FixedFault>[] = [
  { key: "cause", heading: "What was wrong", cell: ({ cause }) => faultCauseWords[cause].title },
  { key: "value", heading: "Value", cell: ({ value }) => (value === "" ? "–" : value) },
  {
    key: "since",
    heading: "First shown",
    cell: ({ firstShownAt }) => formatLondonDate(londonDate(firstShownAt)),
  },
  {
    key: "fixed",
    heading: "Fixed",
    cell: ({ fixedAt, fixedSequence }) =>
      `${fixedSequence === null ? "" : `in list ${fixedSequence}, `}${formatLondonDate(londonDate(fixedAt))}`,
  },
  {
    key: "took",
    heading: "Took",
    cell: ({ firstShownAt, fixedAt }) =>
      inDays((fixedAt.getTime() - firstShownAt.getTime()) / dayMilliseconds),
  },
];
