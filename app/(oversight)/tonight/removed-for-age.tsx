import type { ReactElement } from "react";
import { DefinedFacts } from "./defined-facts";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Details } from "@/app/_ui/details";
import { SummaryList } from "@/app/_ui/summary-list";
import type { RemovedRows, RetentionState } from "@/server/domain/retention/read-retention";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";
import { tonightDefinitions } from "@/server/vocabulary/tonight-definition";

/** When what is old was last removed, and how much of it; how long each thing is kept. */
export function RemovedForAge({ retention }: { readonly retention: RetentionState }): ReactElement {
  const { rows } = retention;
  const sum = rows.reduce((total, { removed }) => total + removed, 0);
  return (
    <>
      <h2 className="nhsuk-heading-m">Removed for its age</h2>
      <SummaryList
        rows={[
          { key: tonightDefinitions.removal.name, value: lastRan(retention) },
          { key: tonightDefinitions.removed.name, value: inRows(sum) },
        ]}
      />
      <DefinedFacts summary="What these figures of the removal count" facts={["removal", "removed"]} />
      <Details summary="How long things are kept, and what was removed">
        <DataTable
          caption="By what it is, in the order in which it leaves"
          columns={columns}
          rows={rows}
          rowKey={({ what }) => what}
        />
      </Details>
    </>
  );
}

function lastRan({ begunAt, isUnderWay }: RetentionState): string {
  if (begunAt === null) return "Not yet";
  return isUnderWay ? `${formatDateTime(begunAt)}, and not at its end yet` : formatDateTime(begunAt);
}

const columns: readonly Column<RemovedRows>[] = [
  { key: "what", heading: "What", cell: ({ what }) => what },
  {
    key: "kept",
    heading: "Kept",
    numeric: true,
    cell: ({ keptDays }) => (keptDays === 0 ? "no longer" : `${formatCount(keptDays)} days`),
  },
  { key: "removed", heading: "Removed", numeric: true, cell: ({ removed }) => inRows(removed) },
];

function inRows(count: number): string {
  return count === 1 ? "1 row" : `${formatCount(count)} rows`;
}
