import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { Tag } from "@/app/_ui/tag";
import type { AuditRow } from "@/server/domain/audit/search-audit";
import { describeAction, outcomeWords } from "@/server/vocabulary/audited-action";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { roleNames } from "@/server/vocabulary/permission";
import { dateFormat } from "@/server/vocabulary/date-format";

/** What was found, in plain words; each row opens its details. */
export function AuditRows({ rows }: { readonly rows: readonly AuditRow[] }): ReactElement {
  return (
    <div className="audit-rows">
      <DataTable caption="Newest first" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
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
    <details className="audit-rows__details">
      <summary>
        Show<span className="nhsuk-u-visually-hidden"> details of {formatDateTime(row.at)}</span>
      </summary>
      <dl>
        {factsOf(row).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function factsOf(row: AuditRow): (readonly [name: string, value: string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Exact time", seconds(row.at)],
    ["Role", roleInWords(row.role)],
    ["Setting", row.setting],
    ["NHS number", row.nhs_number === null ? null : formatNhsNumber(row.nhs_number)],
    ["More", row.detail],
    ["Concerns", row.concerns],
    ["Record", row.id],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function roleInWords(role: string | null): string | null {
  return Object.entries(roleNames).find(([known]) => known === role)?.[1] ?? role;
}

const seconds = dateFormat({
  timeZone: "Europe/London",
  dateStyle: "long",
  timeStyle: "long",
});
