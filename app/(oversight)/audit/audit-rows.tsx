import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { AuditRow } from "@/server/domain/audit/search-audit";
import { describeAction, outcomeWords } from "@/server/vocabulary/audited-action";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { roleNames } from "@/server/vocabulary/permission";

/** What was found, in plain words; each row opens its details. */
export function AuditRows({ rows }: { readonly rows: readonly AuditRow[] }): ReactElement {
  return <DataTable caption="Newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

const outcomeColours = { done: "grey", refused: "yellow", failed: "red" } as const;

const columns: readonly Column<AuditRow>[] = [
  { key: "when", heading: "When", cell: ({ at }) => formatDateTime(at) },
  { key: "who", heading: "Who", cell: ({ person }) => person },
  { key: "what", heading: "What", cell: ({ action }) => describeAction(action) },
  {
    key: "outcome",
    heading: "Outcome",
    cell: ({ outcome }) => <Tag colour={outcomeColours[outcome]}>{outcomeWords[outcome]}</Tag>,
  },
  { key: "details", heading: "Details", cell: (row) => <Details row={row} /> },
];

function Details({ row }: { readonly row: AuditRow }): ReactElement {
  return (
    <details className="nhsuk-details row-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Show<span className="nhsuk-u-visually-hidden"> details of {formatDateTime(row.at)}</span>
        </span>
      </summary>
      <SummaryList rows={factsOf(row)} />
    </details>
  );
}

function factsOf(row: AuditRow) {
  const facts: readonly (readonly [string, string | null])[] = [
    ["To the second", seconds.format(row.at)],
    ["Role", roleInWords(row.role)],
    ["Setting", row.setting],
    ["NHS number", row.nhs_number === null ? null : formatNhsNumber(row.nhs_number)],
    ["More", row.detail],
    ["Number of what it concerns", row.concerns],
    ["Number of this record", row.id],
  ];
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}

function roleInWords(role: string | null): string | null {
  return Object.entries(roleNames).find(([known]) => known === role)?.[1] ?? role;
}

const seconds = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "long",
  timeStyle: "long",
});
