"use client";

import { useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { RadioField } from "@/app/_ui/radio-field";
import { otherSide } from "@/app/(duty)/duty/other-side";
import type { AlertKind } from "@/server/vocabulary/alert-kind";
import {
  alertOutcomeHints,
  alertOutcomes,
  alertOutcomeWords,
  missedOutcomeHints,
  type AlertOutcome,
} from "@/server/vocabulary/alert-outcome";
import type { AlertId } from "@/server/vocabulary/ids";

interface CloseFormProps {
  readonly alertId: AlertId;
  readonly kind: AlertKind;
}

/** Nobody sought help who was not brought. */
const outcomesOf = {
  "look-up": alertOutcomes,
  "was-not-brought": alertOutcomes.filter((outcome) => outcome !== "sought-help-promptly"),
} as const satisfies Record<AlertKind, readonly AlertOutcome[]>;

const hintsOf = {
  "look-up": alertOutcomeHints,
  "was-not-brought": missedOutcomeHints,
} as const satisfies Record<AlertKind, Record<AlertOutcome, string>>;

/** What came of the alert, and a line on it for whoever reads it tomorrow. */
export function CloseForm({ alertId, kind }: CloseFormProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [missing, setMissing] = useState<string>();

  function close(form: FormData): void {
    const outcome = alertOutcomes.find((one) => one === form.get("outcome"));
    setMissing(outcome === undefined ? "Choose what came of it." : undefined);
    if (outcome === undefined) return;
    const detail = form.get("detail");
    const words = typeof detail === "string" && detail.trim() !== "" ? { detail } : {};
    void run(() => trpc.alert.close.mutate({ alertId, outcome, ...words }));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close(new FormData(event.currentTarget));
      }}
    >
      <RadioField
        name="outcome"
        question="What came of it?"
        error={missing}
        choices={outcomesOf[kind].map((value) => ({
          value,
          label: alertOutcomeWords[value],
          hint: hintsOf[kind][value],
        }))}
      />
      <Field
        id="closing-detail"
        label="In a line or two"
        hint={`For the chronology. The ${otherSide[kind]} can read it.`}
        error={problem}
      >
        {(control) => (
          <textarea {...control} name="detail" className="nhsuk-textarea" rows={3} maxLength={4_000} />
        )}
      </Field>
      <Button disabled={isBusy}>Close the alert</Button>
    </form>
  );
}
