import type { InputHTMLAttributes, ReactElement } from "react";
import { classNames } from "./class-names";
import { Field } from "./field";

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** One line of text with its label, hint and error. */
export function TextField({ id, label, hint, error, className, ...rest }: TextFieldProps): ReactElement {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={classNames("nhsuk-input", error !== undefined && "nhsuk-input--error", className)}
        />
      )}
    </Field>
  );
}
