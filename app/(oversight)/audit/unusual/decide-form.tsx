"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { RadioField } from "@/app/_ui/radio-field";
import type { LookupId } from "@/server/vocabulary/ids";
import { reviewDecisions, reviewDecisionWords } from "@/server/vocabulary/look-review";

const hints = {
  proportionate: "It leaves the list.",
  asked: "The person reads your words when they next sign in, and answers here.",
  "not-proportionate": "It leaves the list. What follows from it is decided outside Lantern.",
} as const;

/** What the officer says of one look, and why. */
export function DecideForm({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [missing, setMissing] = useState<string>();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const decision = reviewDecisions.find((one) => one === form.get(`decision-${lookupId}`));
    setMissing(decision === undefined ? "Choose what you say of it." : undefined);
    if (decision === undefined) return;
    const note = form.get("note");
    void run(() =>
      trpc.review.decide.mutate({ lookupId, decision, note: typeof note === "string" ? note : "" }),
    );
  }

  return (
    <form method="post" onSubmit={submit}>
      <RadioField
        name={`decision-${lookupId}`}
        question="What do you say of it?"
        error={missing}
        choices={reviewDecisions.map((value) => ({
          value,
          label: reviewDecisionWords[value],
          hint: hints[value],
        }))}
      />
      <Field
        id={`note-${lookupId}`}
        label="Why, or what you ask"
        hint="In a line or two. No names of children."
        error={problem}
      >
        {(control) => (
          <textarea {...control} name="note" className="nhsuk-textarea" rows={3} maxLength={1_000} />
        )}
      </Field>
      <Button disabled={isBusy}>Put it on record</Button>
    </form>
  );
}
