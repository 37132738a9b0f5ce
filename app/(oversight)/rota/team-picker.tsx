import type { ReactElement } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import type { ListedTeam } from "@/server/domain/rota/list-teams";

interface TeamPickerProps {
  readonly action: string;
  readonly teams: readonly ListedTeam[];
  readonly chosen: string;
  /** The week stays. */
  readonly day?: string;
}

/** Which team is looked at; nothing to choose where there is one only. */
export function TeamPicker({ action, teams, chosen, day }: TeamPickerProps): ReactElement | null {
  if (teams.length < 2) return null;
  return (
    <form method="get" action={action} className="flex flex-wrap items-end gap-x-4">
      <SelectField
        id="team"
        name="team"
        label="Team"
        defaultValue={chosen}
        options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
      />
      {day !== undefined && <input type="hidden" name="day" value={day} />}
      <Button variant="secondary">Show</Button>
    </form>
  );
}
