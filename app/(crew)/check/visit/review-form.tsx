"use client";

import { useId, type ReactElement } from "react";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";

interface ReviewFormProps {
  readonly onReview: (clinician: string) => Promise<unknown>;
}

/** The name of the senior clinician who has looked at what is known; the time is now. */
export function ReviewForm({ onReview }: ReviewFormProps): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const clinician = new FormData(event.currentTarget).get("clinician");
        if (typeof clinician === "string") void run(() => onReview(clinician));
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
