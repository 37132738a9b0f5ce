"use client";

import { Fragment, useActionState, type ReactElement, type ReactNode } from "react";
import { untouched, type RotaState } from "./entered";
import { Button, type ButtonVariant } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";

/** What a form of the rota is about, sent with it. */
export interface RotaContext {
  readonly teamId: string;
  /** The week that is shown; absent on the page of one's own shifts. */
  readonly day?: string;
}

interface RotaFormProps {
  readonly action: (before: RotaState, form: FormData) => Promise<RotaState>;
  readonly context: RotaContext;
  /** Sent with the form. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What it is for, where it is opened first. */
  readonly folded?: string;
  /** Where a problem leads to. */
  readonly firstField: string;
  readonly submit: string;
  readonly variant?: ButtonVariant;
  /** The fields, with what was entered before where the form came back. */
  readonly children?: (valueOf: (name: string, otherwise?: string) => string) => ReactNode;
}

/** One form of the rota: what is wrong at its top, its fields as they were entered, one button. */
export function RotaForm(props: RotaFormProps): ReactElement {
  const { action, context, hidden = {}, firstField, submit, variant = "primary", folded, children } = props;
  const [{ problem, entered, attempt }, send, isSending] = useActionState(action, untouched);
  const valueOf = (name: string, otherwise = "") => entered[name] ?? otherwise;
  const sent = { ...hidden, teamId: context.teamId, ...backTo(context) };

  const form = (
    <form action={send} noValidate aria-busy={isSending}>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: firstField, message: problem }]} />}
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fragment key={attempt}>{children?.(valueOf)}</Fragment>
      <Button variant={variant} disabled={isSending} {...(children === undefined && { id: firstField })}>
        {isSending ? "One moment…" : submit}
      </Button>
    </form>
  );
  if (folded === undefined) return form;
  return (
    // Without script the page comes anew: what is wrong must not be folded away.
    <details className="nhsuk-details" open={problem !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{folded}</span>
      </summary>
      <div className="nhsuk-details__text">{form}</div>
    </details>
  );
}

function backTo({ day }: RotaContext): Readonly<Record<string, string>> {
  return day === undefined ? { back: "shifts" } : { day };
}
