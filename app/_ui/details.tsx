import type { ReactElement, ReactNode, Ref } from "react";

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly ref?: Ref<HTMLDetailsElement>;
  readonly onToggle?: () => void;
}

/** Something to open when it is wanted; needs no script. */
export function Details({ summary, children, open = false, ref, onToggle }: DetailsProps): ReactElement {
  return (
    <details ref={ref} className="nhsuk-details nhsuk-expander" open={open} onToggle={onToggle}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
