import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import type { OpenFault, Quality } from "@/server/domain/register/quality/show-quality";
import { faultCauseWords, type FaultCause } from "@/server/vocabulary/fault-cause";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

/** What is open, by cause; the group with the oldest fault first. */
export function FaultGroups({ quality }: { readonly quality: Quality }): ReactElement {
  const { open, openCount, newest } = quality;
  if (open.length === 0) {
    return (
      <EmptyState title="Nothing is wrong">
        The newest list agrees with demographics and the register.
      </EmptyState>
    );
  }
  return (
    <>
      {newest !== null && (
        <p>
          <a href={`/api/corrected-lists/${newest.feedId}`} download>
            Download list number {newest.sequence} with its problems
          </a>{" "}
          beside each row: mend it in a spreadsheet and send it as the next list.
        </p>
      )}
      {[...Map.groupBy(open, ({ cause }) => cause)].map(([cause, faults]) => (
        <FaultGroup key={cause} cause={cause} faults={faults} />
      ))}
      {openCount > open.length && <p>{openCount - open.length} more are not shown. Mend these first.</p>}
    </>
  );
}

interface FaultGroupProps {
  readonly cause: FaultCause;
  readonly faults: readonly OpenFault[];
}

function FaultGroup({ cause, faults }: FaultGroupProps): ReactElement {
  const { title, fix } = faultCauseWords[cause];
  return (
    <section aria-label={title}>
      <h2 className="nhsuk-heading-m">
        {title} ({faults.length})
      </h2>
      <p>{fix}</p>
      <DataTable caption="Oldest first" columns={columns} rows={faults} rowKey={({ faultId }) => faultId} />
    </section>
  );
}

const columns: readonly Column<OpenFault>[] = [
  {
    key: "since",
    heading: "Since",
    cell: ({ firstShownAt, firstSequence }) => (
      <span className="whitespace-nowrap">
        {formatLondonDate(londonDate(firstShownAt))}
        {firstSequence !== null && `, list ${firstSequence}`}
      </span>
    ),
  },
  { key: "row", heading: "Row", cell: ({ rowNumber }) => (rowNumber === 0 ? "–" : rowNumber) },
  { key: "column", heading: "Column", cell: ({ column }) => (column === "" ? "–" : column) },
  {
    key: "value",
    heading: "Value",
    cell: ({ value }) => (
      <span className={value.length > 24 ? "wrap-anywhere" : "whitespace-nowrap"}>
        {value === "" ? "–" : value}
      </span>
    ),
  },
  {
    key: "message",
    heading: "What is wrong",
    cell: ({ message, suggestion }) => (
      <span>
        {message}
        {suggestion !== null && (
          <>
            {" "}
            Write <strong className="whitespace-nowrap">{suggestion}</strong>?
          </>
        )}
      </span>
    ),
  },
];
