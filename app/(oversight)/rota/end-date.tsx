"use client";

import type { ReactElement } from "react";
import { endPattern } from "./change-rota";
import { RotaForm, type RotaContext } from "./rota-form";
import { TextField } from "@/app/_ui/text-field";

interface EndDateProps {
  readonly patternId: string;
  readonly name: string;
  readonly context: RotaContext;
  readonly today: string;
}

/** Asks on which day a weekly shift begins for the last time. */
export function EndDate({ patternId, name, context, today }: EndDateProps): ReactElement {
  const id = `end-${patternId}`;
  return (
    <RotaForm
      action={endPattern}
      folded={`End this weekly shift of ${name}`}
      context={context}
      hidden={{ patternId }}
      firstField={id}
      submit="End it after this day"
      variant="secondary"
    >
      {(valueOf) => (
        <TextField
          id={id}
          name="lastOn"
          type="date"
          label="Last day on which it begins"
          hint="A weekly shift that has not begun yet never begins if you choose an earlier day."
          className="nhsuk-input--width-10"
          defaultValue={valueOf("lastOn", today)}
        />
      )}
    </RotaForm>
  );
}
