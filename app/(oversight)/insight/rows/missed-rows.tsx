import type { ReactElement } from "react";
import { AlertReference } from "./alert-reference";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { MissedRow } from "@/server/domain/insight/rows/row-kinds";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { appointmentKindWords } from "@/server/vocabulary/missed-appointment";

interface MissedRowsProps {
  readonly rows: readonly MissedRow[];
  /** Those who work for the authority may open the alert itself. */
  readonly mayOpen: boolean;
}

export function MissedRows({ rows, mayOpen }: MissedRowsProps): ReactElement {
  return (
    <DataTable
      caption="Reports of missed appointments, the newest first"
      columns={[
        {
          key: "alert",
          heading: "Alert",
          cell: ({ alert_id, reference }) => (
            <AlertReference id={alert_id} reference={reference} mayOpen={mayOpen} />
          ),
        },
        ...columns,
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

const columns: readonly Column<MissedRow>[] = [
  { key: "reported", heading: "Reported", cell: ({ at }) => formatDateTime(at) },
  { key: "kind", heading: "Appointment", cell: ({ kind }) => appointmentKindWords[kind] },
  { key: "authority", heading: "Authority", cell: ({ authority }) => authority },
  {
    key: "setting",
    heading: "Reported from",
    cell: ({ setting, organisation }) => `${setting}, ${organisation}`,
  },
];
