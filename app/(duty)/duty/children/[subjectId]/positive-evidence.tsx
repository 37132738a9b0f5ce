import type { ReactElement, ReactNode } from "react";

/** Says in words, beside an icon and a frame, that this counts for the family. Not green, which would say "safe". */
export function PositiveEvidence({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="chronology__positive">
      <PositiveIcon />
      <span>
        <strong>Positive evidence.</strong> {children}
      </span>
    </p>
  );
}

/** A plus in a circle, beside the words. */
export function PositiveIcon(): ReactElement {
  return (
    <svg className="chronology__icon" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="20" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M24 13v22M13 24h22" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
