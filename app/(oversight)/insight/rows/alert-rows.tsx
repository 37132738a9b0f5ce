import Link from "next/link";
import type { ReactElement } from "react";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import type { InsightAlert } from "@/server/domain/insight/list-rows";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface AlertRowsProps {
  readonly rows: readonly InsightAlert[];
  /** Those who work for the authority may open the alert itself. */
  readonly mayOpen: boolean;
}

export function AlertRows({ rows, mayOpen }: AlertRowsProps): ReactElement {
  return (
    <DataTable
      caption="Alerts, the newest first"
      columns={[referenceColumn(mayOpen), ...columns]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function referenceColumn(mayOpen: boolean): Column<InsightAlert> {
  return {
    key: "reference",
    heading: "Reference",
    cell: ({ id, reference }) =>
      mayOpen ? (
        <Link href={`/duty/alerts/${id}`} prefetch={false}>
          {reference}
        </Link>
      ) : (
        reference
      ),
  };
}

const columns: readonly Column<InsightAlert>[] = [
  { key: "raised", heading: "Raised", cell: ({ at }) => formatDateTime(at) },
  { key: "authority", heading: "Authority", cell: ({ authority }) => authority },
  {
    key: "setting",
    heading: "Asked from",
    cell: ({ setting, organisation }) => `${setting}, ${organisation}`,
  },
  { key: "stage", heading: "Stage", cell: stageTag },
  {
    key: "wait",
    heading: "Time to taken",
    numeric: true,
    cell: ({ seconds_to_taken }) => (seconds_to_taken === null ? "–" : formatDuration(seconds_to_taken)),
  },
];

function stageTag({ taken_at, unreached_at, shown_at }: InsightAlert): ReactElement {
  if (taken_at !== null && unreached_at !== null) return <Tag colour="yellow">Taken late</Tag>;
  if (taken_at !== null) return <Tag colour="green">Taken</Tag>;
  if (unreached_at !== null) return <Tag colour="red">Nobody reached</Tag>;
  return shown_at === null ? <Tag>Raised</Tag> : <Tag colour="blue">Shown</Tag>;
}
