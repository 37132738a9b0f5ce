import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field-error";

/** What a control must carry so that its label, hint and error are read out with it. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled form control with its hint and error: `<Field …>{(control) => <input {...control} />}</Field>`. */
export function Field({ id, label, hint, error, children }: FieldProps): ReactElement {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control: FieldControl = {
    id,
    ...(describedBy !== "" && { "aria-describedby": describedBy }),
    ...(error !== undefined && { "aria-invalid": true }),
  };
  return (
    <div className={classNames("nhsuk-form-group", error !== undefined && "nhsuk-form-group--error")}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children(control)}
    </div>
  );
}
