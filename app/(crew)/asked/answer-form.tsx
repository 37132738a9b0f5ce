"use client";

import type { ReactElement, SubmitEvent } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import type { LookReviewId } from "@/server/vocabulary/ids";

/** Why one looked, in one's own words, once. */
export function AnswerForm({ reviewId }: { readonly reviewId: LookReviewId }): ReactElement {
  const { run, isBusy, problem } = useAction();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const answer = new FormData(event.currentTarget).get("answer");
    void run(() => trpc.review.answer.mutate({ reviewId, answer: typeof answer === "string" ? answer : "" }));
  }

  return (
    <form method="post" onSubmit={submit}>
      <Field
        id={`answer-${reviewId}`}
        label="Your answer"
        hint="In a line or two. No names of children. You can answer once."
        error={problem}
      >
        {(control) => (
          <textarea {...control} name="answer" className="nhsuk-textarea" rows={3} maxLength={1_000} />
        )}
      </Field>
      <Button disabled={isBusy}>Send the answer</Button>
    </form>
  );
}
