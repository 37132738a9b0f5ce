import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { formatCount } from "@/server/vocabulary/format-count";

type Problem = FeedReport["problems"][number];

interface RowProblemsProps {
  readonly feedId: FeedReport["feedId"];
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** Every row with something to mend, where it stands in the spreadsheet and what is wrong with it. */
export function RowProblems({ feedId, problems, total }: RowProblemsProps): ReactElement | null {
  if (problems.length === 0) return null;
  const rest = total - problems.length;

  return (
    <>
      <DataTable
        caption="What is wrong"
        columns={columns}
        rows={problems}
        rowKey={({ rowNumber, column, message }) => `${rowNumber} ${column} ${message}`}
      />
      <p>
        <a href={`/api/corrected-lists/${feedId}`} download>
          Download the list with its problems
        </a>{" "}
        beside each row, to mend it and send it again.
      </p>
      {rest > 0 && <p>{formatCount(rest)} more are not shown. Mend these first and send the list again.</p>}
    </>
  );
}

const columns: readonly Column<Problem>[] = [
  { key: "row", heading: "Row", cell: ({ rowNumber }) => rowNumber },
  { key: "column", heading: "Column", cell: ({ column }) => (column === "" ? "The whole row" : column) },
  {
    key: "value",
    heading: "Value",
    cell: ({ value }) => <Value value={value} />,
  },
  { key: "message", heading: "What is wrong", cell: (problem) => <Message {...problem} /> },
  { key: "answer", heading: "Code", cell: ({ rowAnswer }) => rowAnswer },
];

const longestOnOneLine = 24;

function Value({ value }: { readonly value: string }): ReactElement {
  const wrapping = value.length <= longestOnOneLine ? "whitespace-nowrap" : "wrap-anywhere";
  return <span className={wrapping}>{value === "" ? "–" : value}</span>;
}

function Message({ message, suggestion, isLoaded }: Problem): ReactElement {
  return (
    <span>
      {message}
      {suggestion !== null && (
        <>
          {" "}
          Write <strong className="whitespace-nowrap">{suggestion}</strong>
          {isLoaded ? "." : " if that is what was meant."}
        </>
      )}
    </span>
  );
}
