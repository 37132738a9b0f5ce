import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { ListedDelivery } from "@/server/domain/webhook/list-webhooks";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** The last deliveries to one address: which number, when, and what came of it. */
export function DeliveryTable({
  deliveries,
}: {
  readonly deliveries: readonly ListedDelivery[];
}): ReactElement {
  return (
    <DataTable
      caption="The last ten deliveries"
      columns={columns}
      rows={deliveries}
      rowKey={({ deliveryId }) => deliveryId}
    />
  );
}

const columns: readonly Column<ListedDelivery>[] = [
  { key: "number", heading: "Number", cell: ({ number }) => (number === null ? "Test" : String(number)) },
  { key: "tried", heading: "Last tried", cell: ({ triedAt }) => timeOf(triedAt) },
  { key: "outcome", heading: "Outcome", cell: outcomeOf },
  { key: "attempts", heading: "Tries", numeric: true, cell: ({ attempts }) => String(attempts) },
];

function outcomeOf({ takenAt, lastFailure }: ListedDelivery): string {
  if (takenAt !== null) return "Taken";
  return lastFailure ?? "On its way. Look again in a moment.";
}

function timeOf(at: Date | null): string {
  return at === null ? "Not yet" : formatDateTime(at);
}
