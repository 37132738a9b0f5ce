"use client";

import { useId, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import type { LookupId } from "@/server/vocabulary/ids";

/** The name of the senior clinician who has looked at what is known; the time is now. */
export function ReviewForm({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const clinician = new FormData(event.currentTarget).get("clinician");
        if (typeof clinician === "string") void run(() => trpc.visit.review.mutate({ lookupId, clinician }));
      }}
    >
      <TextField
        id={id}
        name="clinician"
        label="Name of the senior clinician"
        hint="Who has looked at what is known, and at the child."
        error={problem}
        maxLength={100}
        autoComplete="off"
      />
      <Button variant="secondary" disabled={isBusy}>
        Record the review
      </Button>
    </form>
  );
}
