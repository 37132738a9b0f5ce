"use client";

import { useId, useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import type { ReferralId } from "@/server/vocabulary/ids";
import { referralDecisions, referralDecisionWords } from "@/server/vocabulary/referral-decision";

/** What the authority decided, which the referrer reads at once. */
export function DecideForm({ referralId }: { readonly referralId: ReferralId }): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();
  const [missing, setMissing] = useState<string>();

  function decide(form: FormData): void {
    const decision = referralDecisions.find((one) => one === form.get(id));
    const note = form.get("note");
    setMissing(decision === undefined ? "Choose what was decided." : undefined);
    if (decision === undefined || typeof note !== "string") return;
    void run(() => trpc.referral.decide.mutate({ referralId, decision, note }));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        decide(new FormData(event.currentTarget));
      }}
    >
      <RadioField
        name={id}
        question="What was decided?"
        error={missing}
        choices={referralDecisions.map((value) => ({ value, label: referralDecisionWords[value] }))}
      />
      <TextField
        id={`${id}-note`}
        name="note"
        label="A line for the referrer"
        hint="They read it as you write it."
        error={problem}
        maxLength={1_000}
        autoComplete="off"
      />
      <Button disabled={isBusy}>Record the decision</Button>
    </form>
  );
}
