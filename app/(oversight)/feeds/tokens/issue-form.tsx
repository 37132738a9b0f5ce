"use client";

import { useActionState, type ReactElement } from "react";
import { IssuedToken } from "./issued-token";
import { issueToken } from "./manage-tokens";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";

/** Asks what a new token is for, and shows it. */
export function IssueForm({ door }: { readonly door: string }): ReactElement {
  const [{ issued, problem, label }, issue, isSending] = useActionState(issueToken, {});

  return (
    <form action={issue} noValidate aria-busy={isSending}>
      {issued !== undefined && <IssuedToken issued={issued} door={door} />}
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "label", message: problem }]} />}
      <TextField
        id="label"
        name="label"
        label="Which system is the new token for?"
        hint="For example: Mosaic, nightly export"
        error={problem}
        defaultValue={label ?? ""}
        autoComplete="off"
      />
      <Button disabled={isSending}>Issue a token</Button>
    </form>
  );
}
