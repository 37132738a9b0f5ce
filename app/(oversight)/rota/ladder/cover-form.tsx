"use client";

import type { ReactElement } from "react";
import { setCover } from "./save-ladder";
import { RotaForm, type RotaContext } from "@/app/(oversight)/rota/rota-form";
import { SelectField } from "@/app/_ui/select-field";
import type { ShownLadder } from "@/server/domain/rota/show-ladder";

interface CoverFormProps {
  readonly shown: ShownLadder;
  readonly context: RotaContext;
}

/** Which team one's authority has in office hours, and which at all other times. */
export function CoverForm({ shown: { covers, teams }, context }: CoverFormProps): ReactElement {
  const options = teams.map(({ teamId, name }) => ({ value: teamId, label: name }));
  const teamOf = (cover: "office" | "emergency") =>
    (covers.find((one) => one.cover === cover) ?? covers.find((one) => one.cover === "always") ?? covers[0])
      ?.teamId;

  return (
    <RotaForm action={setCover} context={context} firstField="officeTeamId" submit="Save the teams">
      {(valueOf) => (
        <>
          <SelectField
            id="officeTeamId"
            name="officeTeamId"
            label="In office hours"
            options={options}
            defaultValue={valueOf("officeTeamId", teamOf("office"))}
          />
          <SelectField
            id="emergencyTeamId"
            name="emergencyTeamId"
            label="At night, at weekends and on bank holidays"
            hint="It may be the same team. Right after each change of hours both teams are told for a while."
            options={options}
            defaultValue={valueOf("emergencyTeamId", teamOf("emergency"))}
          />
        </>
      )}
    </RotaForm>
  );
}
