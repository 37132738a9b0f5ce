import Link from "next/link";
import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { ProblemsOfCode } from "@/server/domain/quality/list-quality";
import { rowAnswerWords } from "@/server/vocabulary/feed-answer";
import { formatCount } from "@/server/vocabulary/format-count";

interface CodesProps {
  readonly byCode: readonly ProblemsOfCode[];
  /** The authority whose they are; none where they are of all. */
  readonly whose?: string;
}

/** What is wrong today by national code; each row of it is on the page of the lists. */
export function ProblemsByCode(props: CodesProps): ReactElement {
  return (
    <>
      {props.byCode.length === 0 ? (
        <p>The newest list shows nothing that is wrong.</p>
      ) : (
        <>
          <CodesTable {...props} />
          <p>
            <Link href="/feeds/quality" prefetch={false}>
              See each row, and what to write instead
            </Link>
          </p>
        </>
      )}
    </>
  );
}

/** How many of each. */
export function CodesTable({ byCode, whose }: CodesProps): ReactElement {
  return (
    <DataTable
      caption={`Wrong today, by national code${whose === undefined ? "" : `, ${whose}`}`}
      columns={columns}
      rows={byCode}
      rowKey={({ rowAnswer }) => rowAnswer}
    />
  );
}

const columns: readonly Column<ProblemsOfCode>[] = [
  { key: "code", heading: "Code", cell: ({ rowAnswer }) => rowAnswer },
  { key: "what", heading: "What is wrong", cell: ({ rowAnswer }) => rowAnswerWords[rowAnswer] },
  { key: "count", heading: "How many", numeric: true, cell: ({ count }) => formatCount(count) },
];
