import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { LookupRow } from "@/server/domain/insight/rows/row-kinds";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { formatDateTime } from "@/server/vocabulary/london-time";

export function LookupRows({ rows }: { readonly rows: readonly LookupRow[] }): ReactElement {
  return (
    <DataTable caption="Lookups, the newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

const answers = {
  held: "Held",
  "none-held": "None held",
  "could-not-check": "Could not check",
} as const satisfies Record<AnswerKind, string>;

const columns: readonly Column<LookupRow>[] = [
  { key: "asked", heading: "Asked", cell: ({ at }) => formatDateTime(at) },
  {
    key: "setting",
    heading: "Where",
    cell: ({ setting, organisation }) => [setting, organisation].filter((name) => name !== null).join(", "),
  },
  {
    key: "mode",
    heading: "Kind",
    cell: ({ mode }) => (mode === "unscheduled" ? "Tells the authority" : "Silent"),
  },
  { key: "answer", heading: "Answer", cell: ({ answer }) => answers[answer] },
];
