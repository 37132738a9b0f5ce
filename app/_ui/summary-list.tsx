import type { ReactElement, ReactNode } from "react";

export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
  /** A link or small form at the end of the row. */
  readonly action?: ReactNode;
}

/** Facts as pairs: what, and its value. Stacks on a phone. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): ReactElement {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ key, value, action }) => (
        <div key={key} className="nhsuk-summary-list__row">
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {action !== undefined && <dd className="nhsuk-summary-list__actions">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
