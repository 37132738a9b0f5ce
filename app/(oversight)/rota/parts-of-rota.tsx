import type { ReactElement } from "react";
import { cancelShift, undoChange } from "./change-rota";
import { RotaForm, type RotaContext } from "./rota-form";
import { EndDate } from "./end-date";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import type { ShownRota } from "@/server/domain/rota/show-rota";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import { rungInWords } from "@/server/vocabulary/rota";
import { spanInWords } from "@/server/vocabulary/span-in-words";

interface PartsProps {
  readonly rota: ShownRota;
  readonly context: RotaContext;
  readonly today: string;
}

/** What the rota is made of: weekly patterns, single shifts, changes; each with how it is taken back. */
export function PartsOfRota({ rota, context, today }: PartsProps): ReactElement {
  const oneOffs = [
    ...new Map(
      rota.coming.filter(({ origin }) => origin.kind === "one-off").map((shift) => [shift.origin.id, shift]),
    ).values(),
  ];
  return (
    <>
      <h3 className="nhsuk-heading-s">Weekly shifts ({rota.patterns.length})</h3>
      {rota.patterns.length === 0 && <EmptyState title="None">Add the first one above.</EmptyState>}
      {rota.patterns.map(({ patternId, name, words }) => (
        <Card key={patternId}>
          <p>
            <strong>{name}</strong>: {words}
          </p>
          <EndDate name={name} patternId={patternId} context={context} today={today} />
        </Card>
      ))}
      <h3 className="nhsuk-heading-s">Single shifts of the next 28 days ({oneOffs.length})</h3>
      {oneOffs.length === 0 && <EmptyState title="None" />}
      {oneOffs.map((shift) => (
        <SingleShift key={shift.origin.id} shift={shift} context={context} />
      ))}
      <h3 className="nhsuk-heading-s">Swaps, absences and takeovers ({rota.changes.length})</h3>
      {rota.changes.length === 0 && <EmptyState title="None" />}
      {rota.changes.map(({ changeId, words, madeByName }) => (
        <Card key={changeId}>
          <p>
            {words}. Entered by {madeByName}.
          </p>
          <RotaForm
            action={undoChange}
            context={context}
            hidden={{ changeId }}
            firstField={`undo-${changeId}`}
            submit="Take this change back"
            variant="secondary"
          />
        </Card>
      ))}
    </>
  );
}

function SingleShift({ shift, context }: { shift: NamedShift; context: RotaContext }): ReactElement {
  return (
    <Card>
      <p>
        <strong>{shift.name}</strong>: {rungInWords(shift.rung)} on call {spanInWords(shift)}
      </p>
      <RotaForm
        action={cancelShift}
        context={context}
        hidden={{ shiftId: shift.origin.id }}
        firstField={`cancel-${shift.origin.id}`}
        submit="Take this shift back"
        variant="secondary"
      />
    </Card>
  );
}
