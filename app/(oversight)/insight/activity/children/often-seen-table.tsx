import Link from "next/link";
import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { OftenSeenChild } from "@/server/domain/insight/list-often-seen";
import { formatCount } from "@/server/vocabulary/format-count";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { oftenNames, type OftenKind } from "@/server/vocabulary/often-seen";
import { planKindWords } from "@/server/vocabulary/plan-kind";

interface OftenSeenTableProps {
  readonly kind: OftenKind;
  readonly rows: readonly OftenSeenChild[];
}

/** The most often seen first, each with the way to its chronology. */
export function OftenSeenTable({ kind, rows }: OftenSeenTableProps): ReactElement {
  if (rows.length === 0) return <p>No child was seen so often.</p>;
  return (
    <DataTable
      caption={`${oftenNames[kind]} in 12 months: ${formatCount(rows.length)}`}
      columns={columns}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
    />
  );
}

const columns: readonly Column<OftenSeenChild>[] = [
  {
    key: "child",
    heading: "Your identifier",
    cell: ({ subjectId, localId }) => (
      <Link href={`/duty/children/${subjectId}`} prefetch={false}>
        {localId}
        <span className="nhsuk-u-visually-hidden">: open the chronology</span>
      </Link>
    ),
  },
  { key: "plan", heading: "Newest plan", cell: ({ planKind }) => planKindWords[planKind].title },
  { key: "times", heading: "Times", numeric: true, cell: ({ times }) => formatCount(times) },
  { key: "settings", heading: "Settings", numeric: true, cell: ({ settings }) => formatCount(settings) },
  { key: "last", heading: "Last", cell: ({ lastAt }) => formatDateTime(lastAt) },
];
