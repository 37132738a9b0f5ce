import Link from "next/link";
import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { ProblemsOfCode } from "@/server/domain/quality/list-quality";
import { rowAnswerWords } from "@/server/vocabulary/feed-answer";
import { formatCount } from "@/server/vocabulary/format-count";

/** What is wrong today by national code; each row of it is on the page of the lists. */
export function ProblemsByCode({ byCode }: { readonly byCode: readonly ProblemsOfCode[] }): ReactElement {
  return (
    <>
      {byCode.length === 0 ? (
        <p>The newest list shows nothing that is wrong.</p>
      ) : (
        <>
          <CodesTable byCode={byCode} />
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
export function CodesTable({ byCode }: { readonly byCode: readonly ProblemsOfCode[] }): ReactElement {
  return (
    <DataTable
      caption="Wrong today, by national code"
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
