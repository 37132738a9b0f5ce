import type { ReactElement, ReactNode } from "react";

interface EmptyStateProps {
  /** "No alerts are waiting". */
  readonly title: string;
  /** What would make something appear here, or what to do next. */
  readonly children?: ReactNode;
}

/** Says that a list is empty on purpose, so that it is not taken for one that failed to load. */
export function EmptyState({ title, children }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
