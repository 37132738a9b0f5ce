import type { ReactElement } from "react";
import { Field } from "@/app/_ui/field";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import {
  appointmentKinds,
  appointmentKindWords,
  mostReasonCharacters,
} from "@/server/vocabulary/missed-appointment";
import type { FormProblems } from "@/app/_ui/form-text";

const options = [
  { value: "", label: "Choose one" },
  ...appointmentKinds.map((value) => ({ value, label: appointmentKindWords[value] })),
];

/** Which appointment, when, how often before, why as far as the family said, and whom to ring back. */
export function MissedAppointmentFields({ problems }: { readonly problems: FormProblems }): ReactElement {
  return (
    <>
      <SelectField
        id="appointmentKind"
        name="appointmentKind"
        label="Which appointment?"
        options={options}
        error={problems["appointmentKind"]}
      />
      <div className="flex flex-wrap gap-x-4">
        <TextField
          id="missedOn"
          name="missedOn"
          type="date"
          label="Day of the appointment"
          className="nhsuk-input--width-10"
          error={problems["missedOn"]}
        />
        <TextField
          id="missedTime"
          name="missedTime"
          type="time"
          label="Time"
          className="time-input"
          error={problems["missedTime"]}
        />
      </div>
      <TextField
        id="missedBefore"
        name="missedBefore"
        inputMode="numeric"
        autoComplete="off"
        label="How many were missed before? (optional)"
        hint="As far as you know. 0 if this is the first."
        className="nhsuk-input--width-3"
        error={problems["missedBefore"]}
      />
      <Field
        id="familyReason"
        label="What does the family say? (optional)"
        hint="The reason in their words. Up to 500 characters."
        error={problems["familyReason"]}
      >
        {(control) => (
          <textarea
            {...control}
            name="familyReason"
            className="nhsuk-textarea"
            rows={3}
            maxLength={mostReasonCharacters}
          />
        )}
      </Field>
      <TextField
        id="callBackNumber"
        name="callBackNumber"
        type="tel"
        autoComplete="off"
        label="Number to ring you back"
        hint="The duty social worker can ring it with one tap"
        error={problems["callBackNumber"]}
      />
    </>
  );
}
