"use client";

import { useActionState, type ReactElement } from "react";
import { addWebhook } from "./manage-webhooks";
import { SecretShown } from "./secret-shown";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";

/** Asks where the case system is told, and shows the secret of the new address. */
export function AddForm(): ReactElement {
  const [{ shown, problem, address }, add, isSending] = useActionState(addWebhook, {});

  return (
    <form action={add} noValidate aria-busy={isSending}>
      {shown !== undefined && <SecretShown shown={shown} />}
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "address", message: problem }]} />}
      <TextField
        id="address"
        name="address"
        type="url"
        inputMode="url"
        label="At which address is your case system told?"
        hint="Whoever made your system knows it. It begins with https://."
        error={problem}
        defaultValue={address ?? ""}
        autoComplete="off"
        spellCheck={false}
      />
      <Button disabled={isSending}>Add the address and send a test</Button>
    </form>
  );
}
