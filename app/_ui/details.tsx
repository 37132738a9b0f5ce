import type { ReactElement, ReactNode } from "react";

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** Something to open when it is wanted; needs no script. */
export function Details({ summary, children, open = false }: DetailsProps): ReactElement {
  return (
    <details className="nhsuk-details nhsuk-expander" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
