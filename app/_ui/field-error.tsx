import type { ReactElement, ReactNode } from "react";

interface FieldErrorProps {
  /** For the control's `aria-describedby`. */
  readonly id: string;
  readonly children: ReactNode;
}

/** What is wrong with one field, above its control. */
export function FieldError({ id, children }: FieldErrorProps): ReactElement {
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {children}
    </span>
  );
}
