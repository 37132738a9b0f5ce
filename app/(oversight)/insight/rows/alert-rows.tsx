import type { ReactElement } from "react";
import { AlertReference } from "./alert-reference";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import type { AlertRow } from "@/server/domain/insight/rows/row-kinds";
import { alertStepNames, type AlertStep } from "@/server/vocabulary/alert-step";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface AlertRowsProps {
  readonly rows: readonly AlertRow[];
  /** To which the rows say how long it took. */
  readonly step: AlertStep;
  /** Those who work for the authority may open the alert itself. */
  readonly mayOpen: boolean;
}

export function AlertRows({ rows, step, mayOpen }: AlertRowsProps): ReactElement {
  return (
    <DataTable
      caption="Alerts, the newest first"
      columns={[referenceColumn(mayOpen), ...columns, timeColumn(step)]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function referenceColumn(mayOpen: boolean): Column<AlertRow> {
  return {
    key: "reference",
    heading: "Reference",
    cell: ({ id, reference }) => <AlertReference id={id} reference={reference} mayOpen={mayOpen} />,
  };
}

const columns: readonly Column<AlertRow>[] = [
  { key: "raised", heading: "Raised", cell: ({ at }) => formatDateTime(at) },
  { key: "authority", heading: "Authority", cell: ({ authority }) => authority },
  {
    key: "setting",
    heading: "Asked from",
    cell: ({ setting, organisation }) => `${setting}, ${organisation}`,
  },
  { key: "stage", heading: "Stage", cell: stageTag },
];

function timeColumn(step: AlertStep): Column<AlertRow> {
  return {
    key: "time",
    heading: `Time to ${alertStepNames[step].toLowerCase()}`,
    numeric: true,
    cell: ({ seconds }) => (seconds === null ? "–" : formatDuration(seconds)),
  };
}

function stageTag({ taken_at, unreached_at, shown_at }: AlertRow): ReactElement {
  if (taken_at !== null && unreached_at !== null) return <Tag colour="yellow">Taken late</Tag>;
  if (taken_at !== null) return <Tag colour="green">Taken</Tag>;
  if (unreached_at !== null) return <Tag colour="red">Nobody reached</Tag>;
  return shown_at === null ? <Tag>Raised</Tag> : <Tag colour="blue">Shown</Tag>;
}
