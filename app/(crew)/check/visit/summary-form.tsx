"use client";

import { useId, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import type { LookupId } from "@/server/vocabulary/ids";

const mostCharacters = 4_000;

/** A short discharge summary for every authority that was told. */
export function SummaryForm({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const text = new FormData(form).get("summary");
        if (typeof text !== "string") return;
        void run(() => trpc.visit.summary.mutate({ lookupId, text })).then((isSent) => {
          if (isSent) form.reset();
        });
      }}
    >
      <Field
        id={id}
        label="Summary for the authority"
        hint="What was seen and done, and what should happen next. Up to 4,000 characters."
        error={problem}
      >
        {(control) => (
          <textarea
            {...control}
            name="summary"
            className="nhsuk-textarea"
            rows={5}
            maxLength={mostCharacters}
          />
        )}
      </Field>
      <Button variant="secondary" disabled={isBusy}>
        Send the summary
      </Button>
    </form>
  );
}
