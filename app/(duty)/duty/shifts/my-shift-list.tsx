import type { ReactElement } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import { rungInWords } from "@/server/vocabulary/rota";
import { spanInWords } from "@/server/vocabulary/span-in-words";

/** One's own shifts, the next one first. */
export function MyShiftList({ shifts }: { readonly shifts: readonly NamedShift[] }): ReactElement {
  if (shifts.length === 0) {
    return <EmptyState title="You have no shifts">Your manager puts you into the rota.</EmptyState>;
  }
  return (
    <ol className="nhsuk-list">
      {shifts.map((shift) => (
        <li key={`${shift.origin.id} ${String(shift.rung)} ${shift.startsAt.toISOString()}`}>
          <strong>{spanInWords(shift)}</strong>, {rungInWords(shift.rung)} on call. {shift.words}.
        </li>
      ))}
    </ol>
  );
}
