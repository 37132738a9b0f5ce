"use client";

import type { ReactElement } from "react";
import { addShift, recordAbsence, swapShifts, takeOver } from "./change-rota";
import { peopleOptions, rungOptions, shiftOptions, type Person } from "./choices";
import { RotaForm, type RotaContext } from "./rota-form";
import { WhenField } from "./when-field";
import { SelectField } from "@/app/_ui/select-field";
import type { NamedShift } from "@/server/domain/rota/name-shifts";

interface OfStaff {
  readonly context: RotaContext;
  readonly staff: readonly Person[];
}

/** Puts somebody on call once. */
export function ShiftForm({ context, staff, today }: OfStaff & { readonly today: string }): ReactElement {
  return (
    <RotaForm
      action={addShift}
      context={context}
      folded="Put somebody on call once"
      firstField="shift-personId"
      submit="Add the shift"
    >
      {(valueOf) => (
        <>
          <SelectField
            id="shift-personId"
            name="personId"
            label="Who?"
            options={peopleOptions(staff, "Choose a person")}
            defaultValue={valueOf("personId")}
          />
          <SelectField
            id="shift-rung"
            name="rung"
            label="In which place?"
            options={rungOptions}
            defaultValue={valueOf("rung", "1")}
          />
          <WhenField form="shift" name="startsAt" question="From" valueOf={valueOf} date={today} />
          <WhenField form="shift" name="endsAt" question="To" valueOf={valueOf} />
        </>
      )}
    </RotaForm>
  );
}

interface AbsenceFormProps extends OfStaff {
  /** Where it is one's own. */
  readonly me?: string;
}

/** Takes somebody's shifts out for a time, or gives them to somebody else. */
export function AbsenceForm({ context, staff, me }: AbsenceFormProps): ReactElement {
  const form = `absence-${context.teamId}`;
  const first = me === undefined ? `${form}-personId` : `${form}-startsAtDate`;
  return (
    <RotaForm
      action={recordAbsence}
      folded={me === undefined ? "Record an absence" : "I cannot be on call"}
      context={context}
      firstField={first}
      submit="Record the absence"
      hidden={me === undefined ? {} : { personId: me }}
    >
      {(valueOf) => (
        <>
          {me === undefined && (
            <SelectField
              id={`${form}-personId`}
              name="personId"
              label="Who is absent?"
              options={peopleOptions(staff, "Choose a person")}
              defaultValue={valueOf("personId")}
            />
          )}
          <WhenField form={form} name="startsAt" question="From" valueOf={valueOf} />
          <WhenField form={form} name="endsAt" question="To" valueOf={valueOf} />
          <SelectField
            id={`${form}-coverId`}
            name="coverId"
            label="Who has the shifts meanwhile?"
            hint="Ask them first. You are told if this leaves a gap."
            options={peopleOptions(
              staff.filter(({ personId }) => personId !== me),
              "Nobody yet",
            )}
            defaultValue={valueOf("coverId")}
          />
        </>
      )}
    </RotaForm>
  );
}

interface SwapFormProps {
  readonly context: RotaContext;
  /** Shifts of one side, and of the other; the same where a manager swaps for two others. */
  readonly ones: readonly NamedShift[];
  readonly others: readonly NamedShift[];
  readonly isOwn: boolean;
}

/** Two people exchange two shifts. */
export function SwapForm({ context, ones, others, isOwn }: SwapFormProps): ReactElement {
  // A page may have one for each team.
  const form = `swap-${context.teamId}`;
  return (
    <RotaForm
      action={swapShifts}
      context={context}
      folded="Swap two shifts"
      firstField={`${form}-one`}
      submit="Swap the two shifts"
    >
      {(valueOf) => (
        <>
          <SelectField
            id={`${form}-one`}
            name="one"
            label={isOwn ? "Which of your shifts?" : "Which shift?"}
            options={shiftOptions(ones)}
            defaultValue={valueOf("one")}
          />
          <SelectField
            id={`${form}-other`}
            name="other"
            label={isOwn ? "For which shift of a colleague?" : "For which other shift?"}
            hint="Agree it with them first. The swap counts at once."
            options={shiftOptions(others)}
            defaultValue={valueOf("other")}
          />
        </>
      )}
    </RotaForm>
  );
}

interface TakeOverFormProps extends RotaContextProps {
  /** Whom a manager can choose; absent where one takes over oneself. */
  readonly staff?: readonly Person[];
  readonly lastRung?: number;
}

interface RotaContextProps {
  readonly context: RotaContext;
  readonly until: { readonly date: string; readonly time: string };
}

/** From now on until then one person holds a place on the ladder. */
export function TakeOverForm({ context, until, staff, lastRung = 3 }: TakeOverFormProps): ReactElement {
  const isOwn = staff === undefined;
  const form = `takeover-${context.teamId}`;
  return (
    <RotaForm
      action={takeOver}
      {...(!isOwn && { folded: "Let somebody take over now" })}
      context={context}
      firstField={`${form}-rung`}
      submit={isOwn ? "I’m taking over now" : "Let them take over now"}
    >
      {(valueOf) => (
        <>
          {staff !== undefined && (
            <SelectField
              id={`${form}-coverId`}
              name="coverId"
              label="Who takes over?"
              options={peopleOptions(staff, "Choose a person")}
              defaultValue={valueOf("coverId")}
            />
          )}
          <SelectField
            id={`${form}-rung`}
            name="rung"
            label="In which place?"
            options={rungOptions.slice(0, Math.max(2, lastRung))}
            defaultValue={valueOf("rung", "1")}
          />
          <WhenField form={form} name="until" question="Until when?" valueOf={valueOf} {...until} />
        </>
      )}
    </RotaForm>
  );
}
