import type { ReactElement, ReactNode } from "react";

/** Drawings that stand beside words, never instead of them; screen readers skip them. */
export function Icon({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
