import type { ReactElement } from "react";
import { TextField } from "@/app/_ui/text-field";

interface WhenFieldProps {
  /** Of the form, so that ids of a page differ. */
  readonly form: string;
  readonly name: string;
  readonly question: string;
  readonly valueOf: (name: string, otherwise?: string) => string;
  readonly date?: string;
  readonly time?: string;
}

/** A date and a time in London. */
export function WhenField({ form, name, question, valueOf, date, time }: WhenFieldProps): ReactElement {
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{question}</legend>
      <div className="flex flex-wrap gap-x-4">
        <TextField
          id={`${form}-${name}Date`}
          name={`${name}Date`}
          type="date"
          label="Date"
          className="nhsuk-input--width-10"
          defaultValue={valueOf(`${name}Date`, date)}
        />
        <TextField
          id={`${form}-${name}Time`}
          name={`${name}Time`}
          type="time"
          label="Time"
          className="time-input"
          defaultValue={valueOf(`${name}Time`, time)}
        />
      </div>
    </fieldset>
  );
}
