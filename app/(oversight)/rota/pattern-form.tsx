"use client";

import type { ReactElement } from "react";
import { addPattern } from "./change-rota";
import { peopleOptions, rungOptions, type Person } from "./choices";
import { RotaForm, type RotaContext } from "./rota-form";
import { RadioField } from "@/app/_ui/radio-field";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";

interface PatternFormProps {
  readonly context: RotaContext;
  readonly staff: readonly Person[];
  readonly today: string;
}

/** A shift that comes again every week, or every few. */
export function PatternForm({ context, staff, today }: PatternFormProps): ReactElement {
  return (
    <RotaForm
      action={addPattern}
      folded="Add a weekly shift"
      context={context}
      firstField="pattern-personId"
      submit="Add the weekly shift"
    >
      {(valueOf) => (
        <>
          <SelectField
            id="pattern-personId"
            name="personId"
            label="Who?"
            options={peopleOptions(staff, "Choose a person")}
            defaultValue={valueOf("personId")}
          />
          <SelectField
            id="pattern-rung"
            name="rung"
            label="In which place?"
            hint="The second is told if the first does not take the alert, and so on."
            options={rungOptions}
            defaultValue={valueOf("rung", "1")}
          />
          <Weekdays chosen={valueOf("weekday").split(",")} />
          <div className="flex flex-wrap gap-x-4">
            <TextField
              id="pattern-startsAtTime"
              name="startsAtTime"
              type="time"
              label="From"
              className="time-input"
              defaultValue={valueOf("startsAtTime", "09:00")}
            />
            <TextField
              id="pattern-endsAtTime"
              name="endsAtTime"
              type="time"
              label="To"
              className="time-input"
              defaultValue={valueOf("endsAtTime", "17:00")}
            />
          </div>
          <p className="nhsuk-hint">
            London time. An end that is not after the beginning is on the next day: 22:00 to 08:00 is a night.
          </p>
          <SelectField
            id="pattern-everyWeeks"
            name="everyWeeks"
            label="How often?"
            options={often}
            defaultValue={valueOf("everyWeeks", "1")}
          />
          <RadioField
            name="bankHolidays"
            question="On bank holidays?"
            choices={holidays}
            chosen={valueOf("bankHolidays", "works")}
          />
          <div className="flex flex-wrap gap-x-4">
            <TextField
              id="pattern-firstOn"
              name="firstOn"
              type="date"
              label="First day"
              className="nhsuk-input--width-10"
              defaultValue={valueOf("firstOn", today)}
            />
            <TextField
              id="pattern-lastOn"
              name="lastOn"
              type="date"
              label="Last day, if there is one"
              className="nhsuk-input--width-10"
              defaultValue={valueOf("lastOn")}
            />
          </div>
        </>
      )}
    </RotaForm>
  );
}

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function Weekdays({ chosen }: { readonly chosen: readonly string[] }): ReactElement {
  return (
    <div className="nhsuk-form-group">
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
          On which days does it begin?
        </legend>
        <div className="nhsuk-checkboxes">
          {dayNames.map((name, place) => (
            <div key={name} className="nhsuk-checkboxes__item">
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={`pattern-weekday-${String(place + 1)}`}
                name="weekday"
                value={place + 1}
                defaultChecked={chosen.includes(String(place + 1))}
              />
              <label
                className="nhsuk-label nhsuk-checkboxes__label"
                htmlFor={`pattern-weekday-${String(place + 1)}`}
              >
                {name}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const often = [1, 2, 3, 4, 5, 6, 8, 12].map((weeks) => ({
  value: String(weeks),
  label: weeks === 1 ? "Every week" : weeks === 2 ? "Every other week" : `Every ${String(weeks)} weeks`,
}));

const holidays = [
  { value: "works", label: "As on any other day" },
  { value: "off", label: "Off" },
  { value: "only", label: "Only on bank holidays", hint: "On any weekday if you choose no days above." },
];
