"use client";

import type { ReactElement } from "react";
import { saveLadder } from "./save-ladder";
import { targetInWords, targetOptions, targetValue } from "./target-words";
import { RotaForm, type RotaContext } from "@/app/(oversight)/rota/rota-form";
import { SelectField } from "@/app/_ui/select-field";
import { TextField } from "@/app/_ui/text-field";
import type { ShownLadder } from "@/server/domain/rota/show-ladder";
import { mostRungs, rungInWords } from "@/server/vocabulary/rota";

interface LadderFormProps {
  readonly shown: ShownLadder;
  readonly context: RotaContext;
}

const usualWait = 5;

/** How long each rung waits and who is told on it besides those on shift; one empty rung to add at the end. */
export function LadderForm({ shown, context }: LadderFormProps): ReactElement {
  const { ladder, lastRungWorked } = shown;
  const entered = ladder?.rungs.length ?? 0;
  const last = Math.min(mostRungs, Math.max(entered, lastRungWorked) + 1);
  const waitOf = (rung: number) =>
    ladder?.rungs.find((one) => one.rung === rung)?.waitMinutes ?? (rung <= lastRungWorked ? usualWait : "");

  return (
    <RotaForm action={saveLadder} context={context} firstField="wait-1" submit="Save the ladder">
      {(valueOf) => (
        <>
          {Array.from({ length: last }, (_, place) => place + 1).map((rung) => (
            <fieldset key={rung} className="nhsuk-fieldset card">
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                {rung > Math.max(entered, lastRungWorked)
                  ? "One more rung, if you want one"
                  : `The ${rungInWords(rung)} rung`}
              </legend>
              <TextField
                id={`wait-${String(rung)}`}
                name={`wait-${String(rung)}`}
                label="Minutes until the next rung"
                inputMode="numeric"
                className="nhsuk-input--width-4"
                defaultValue={valueOf(`wait-${String(rung)}`, String(waitOf(rung)))}
              />
              <Targets rung={rung} shown={shown} />
              <SelectField
                id={`add-${String(rung)}`}
                name={`add-${String(rung)}`}
                label="Tell besides those on shift"
                options={targetOptions(shown)}
                defaultValue={valueOf(`add-${String(rung)}`)}
              />
            </fieldset>
          ))}
          <TextField
            id="againMinutes"
            name="againMinutes"
            label="Minutes until the ladder begins again"
            hint="Empty: as the service is set for everybody."
            inputMode="numeric"
            className="nhsuk-input--width-4"
            defaultValue={valueOf("againMinutes", String(ladder?.againMinutes ?? ""))}
          />
        </>
      )}
    </RotaForm>
  );
}

/** Who is told on a rung already; whoever is unticked is not any more. */
function Targets({
  rung,
  shown,
}: {
  readonly rung: number;
  readonly shown: ShownLadder;
}): ReactElement | null {
  const targets = (shown.ladder?.targets ?? []).filter((target) => target.rung === rung);
  if (targets.length === 0) return null;
  return (
    <div className="nhsuk-form-group nhsuk-checkboxes">
      {targets.map((target, place) => {
        const id = `target-${String(rung)}-${String(place)}`;
        return (
          <div key={id} className="nhsuk-checkboxes__item">
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={id}
              name={`target-${String(rung)}`}
              value={targetValue(target)}
              defaultChecked
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
              Also told: {targetInWords(target, shown)}
            </label>
          </div>
        );
      })}
    </div>
  );
}
