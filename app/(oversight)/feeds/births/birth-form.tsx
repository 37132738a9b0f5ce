"use client";

import Link from "next/link";
import { useActionState, type ReactElement } from "react";
import { answerBirth } from "./answer-birth";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";

/** Asks for the number of one child, or why there is none. */
export function BirthForm({ planId }: { readonly planId: string }): ReactElement {
  const [{ problem, entered }, answer, isSending] = useActionState(answerBirth, {});
  const fieldId = `child-${planId}`;

  return (
    <form action={answer} noValidate aria-busy={isSending}>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId, message: problem }]} />}
      <input type="hidden" name="planId" value={planId} />
      <TextField
        id={fieldId}
        name="childNhsNumber"
        label="NHS number of the child"
        hint="The child’s own plan must be in the register already."
        inputMode="numeric"
        autoComplete="off"
        error={problem}
        defaultValue={entered ?? ""}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="kind" value="number-given" disabled={isSending}>
          Give the number
        </Button>
        <Button name="kind" value="no-plan" variant="secondary" disabled={isSending}>
          The child is on no plan
        </Button>
        <Button name="kind" value="not-born" variant="secondary" disabled={isSending}>
          No child was born
        </Button>
      </div>
      <p>
        <Link href="/feeds/plan" prefetch={false}>
          Start the child’s plan
        </Link>{" "}
        if it is not in the register yet.
      </p>
    </form>
  );
}
