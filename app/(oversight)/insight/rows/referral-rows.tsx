import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import type { ReferralRow } from "@/server/domain/insight/rows/row-kinds";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { decidedNames } from "@/server/vocabulary/rows-cut";

/** What worried whoever referred, and what was decided, is on the page of referrals for those who may read it. */
export function ReferralRows({ rows }: { readonly rows: readonly ReferralRow[] }): ReactElement {
  return (
    <DataTable caption="Referrals, the newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

const columns: readonly Column<ReferralRow>[] = [
  { key: "reference", heading: "Reference", cell: ({ reference }) => reference },
  { key: "made", heading: "Made", cell: ({ at }) => formatDateTime(at) },
  { key: "authority", heading: "Authority", cell: ({ authority }) => authority },
  { key: "organisation", heading: "Made by", cell: ({ organisation }) => organisation },
  { key: "due", heading: "Due", cell: ({ due_at }) => formatDateTime(due_at) },
  {
    key: "decided-at",
    heading: "Decided",
    cell: ({ decided_at }) => (decided_at === null ? "–" : formatDateTime(decided_at)),
  },
  { key: "decided", heading: "In time?", cell: decidedTag },
];

function decidedTag({ due_at, decided_at }: ReferralRow): ReactElement {
  if (decided_at === null) return <Tag>{decidedNames["not-decided"]}</Tag>;
  return decided_at <= due_at ? (
    <Tag colour="green">{decidedNames["in-time"]}</Tag>
  ) : (
    <Tag colour="yellow">{decidedNames.late}</Tag>
  );
}
