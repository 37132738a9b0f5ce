import type { ReactElement } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field-error";

export interface RadioChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface RadioFieldProps {
  /** Id of the group and name of the form value. */
  readonly name: string;
  readonly question: string;
  readonly choices: readonly RadioChoice[];
  readonly chosen?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A question with a few answers, one of which applies. */
export function RadioField({ name, question, choices, chosen, hint, error }: RadioFieldProps): ReactElement {
  const describedBy =
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("nhsuk-form-group", error !== undefined && "nhsuk-form-group--error")}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{question}</legend>
        {hint !== undefined && (
          <div className="nhsuk-hint" id={`${name}-hint`}>
            {hint}
          </div>
        )}
        {error !== undefined && <FieldError id={`${name}-error`}>{error}</FieldError>}
        <div className="nhsuk-radios">
          {choices.map((choice, index) => (
            <Radio
              key={choice.value}
              // The first one carries the group's id, so that a link in the error summary lands on it.
              id={index === 0 ? name : `${name}-${String(index + 1)}`}
              name={name}
              choice={choice}
              isChosen={choice.value === chosen}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface RadioProps {
  readonly id: string;
  readonly name: string;
  readonly choice: RadioChoice;
  readonly isChosen: boolean;
}

function Radio({ id, name, choice, isChosen }: RadioProps): ReactElement {
  const hintId = choice.hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={isChosen}
        aria-describedby={hintId}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint !== undefined && (
        <div className="nhsuk-hint nhsuk-radios__hint" id={hintId}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
