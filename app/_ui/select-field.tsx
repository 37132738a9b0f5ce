import type { ReactElement, SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Field } from "./field";

interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice from a list that is too long for radio buttons. */
export function SelectField({ id, label, hint, error, options, ...rest }: SelectFieldProps): ReactElement {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...rest}
          {...control}
          className={classNames("nhsuk-select", error !== undefined && "nhsuk-select--error")}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
