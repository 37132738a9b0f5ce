import type { ReactElement } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field-error";

type Part = "day" | "month" | "year";

interface DateFieldProps {
  readonly question: string;
  readonly hint: string;
  /** What each part holds; their names are those of the form's values, and their ids. */
  readonly parts: Readonly<Record<Part, string>>;
  /** The part that is wrong, if one is. */
  readonly wrong: Part | undefined;
  readonly error: string | undefined;
}

const labels = [
  ["day", "Day", 2],
  ["month", "Month", 3],
  ["year", "Year", 4],
] as const;

/** A date that somebody knows by heart, in three parts. Nothing is offered, and nothing kept for another time. */
export function DateField({ question, hint, parts, wrong, error }: DateFieldProps): ReactElement {
  const describedBy = error === undefined ? "date-hint" : "date-hint date-error";
  return (
    <div className={classNames("nhsuk-form-group", error !== undefined && "nhsuk-form-group--error")}>
      <fieldset className="nhsuk-fieldset" role="group" aria-describedby={describedBy}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{question}</legend>
        <div className="nhsuk-hint" id="date-hint">
          {hint}
        </div>
        {error !== undefined && <FieldError id="date-error">{error}</FieldError>}
        <div className="nhsuk-date-input">
          {labels.map(([part, label, width]) => (
            <div key={part} className="nhsuk-date-input__item">
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={part}>
                {label}
              </label>
              <input
                className={classNames(
                  `nhsuk-input nhsuk-date-input__input nhsuk-input--width-${String(width)}`,
                  part === wrong && "nhsuk-input--error",
                )}
                id={part}
                name={part}
                type="text"
                defaultValue={parts[part]}
                inputMode="numeric"
                autoComplete="off"
                maxLength={100}
                aria-invalid={part === wrong || undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
