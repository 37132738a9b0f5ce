"use client";

import { useActionState, type ReactElement } from "react";
import { chooseDigest } from "./manage-digest";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";

/** Asks where weekly e-mails go; the same form gives another address. */
export function ChooseForm({ hint }: { readonly hint: string | undefined }): ReactElement {
  const [{ isDone, problem, address }, choose, isSending] = useActionState(chooseDigest, {});
  const isOn = hint !== undefined;

  return (
    <form action={choose} noValidate aria-busy={isSending}>
      <p role="status">{isDone && isOn && `Saved: from now on to ${hint}.`}</p>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "address", message: problem }]} />}
      <TextField
        id="address"
        name="address"
        type="email"
        inputMode="email"
        label={isOn ? "Another e-mail address" : "Your e-mail address at work"}
        error={problem}
        defaultValue={address ?? ""}
        autoComplete="email"
        spellCheck={false}
      />
      <Button variant={isOn ? "secondary" : "primary"} disabled={isSending}>
        {isOn ? "Send them there" : "Send me one each Monday"}
      </Button>
    </form>
  );
}
