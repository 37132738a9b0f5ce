import type { ReactElement } from "react";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";

const options = [
  { value: "", label: "Not said" },
  ...attendanceReasons.map((reason) => ({ value: reason, label: attendanceReasonWords[reason] })),
];

/** What helps the duty social worker to ring back. Nobody has to fill it in. */
export function MoreAboutVisit(): ReactElement {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Add a reason and a call-back number</span>
      </summary>
      <div className="nhsuk-details__text">
        <SelectField id="reason" name="reason" label="Why the child is seen" options={options} />
        <TextField
          id="callBackNumber"
          name="callBackNumber"
          type="tel"
          autoComplete="off"
          label="Number to ring you back"
          hint="The duty social worker can ring it with one tap"
        />
      </div>
    </details>
  );
}
