"use client";

import { useActionState, useState, type ReactElement, type SubmitEvent } from "react";
import { checkChosenFile } from "./chosen-file";
import { sendList } from "./send-list";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Field } from "@/app/_ui/field";

const fieldId = "list";

/** Choosing a list and sending it. What is plainly wrong with a file is said before it is sent. */
export function SendForm({ nextNames }: { readonly nextNames: readonly string[] }): ReactElement {
  const [{ problem: refused }, send, isSending] = useActionState(sendList, {});
  const [foundHere, setFoundHere] = useState<string>();
  const problem = isSending ? undefined : (foundHere ?? refused);

  function check(event: SubmitEvent<HTMLFormElement>): void {
    const file = new FormData(event.currentTarget).get(fieldId);
    const found = checkChosenFile(file instanceof File ? file : undefined);
    setFoundHere(found);
    if (found !== undefined) event.preventDefault();
  }

  return (
    <form action={send} onSubmit={check} noValidate aria-busy={isSending}>
      <h2 className="nhsuk-heading-m">Send a new list</h2>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId, message: problem }]} />}
      <Field id={fieldId} label="File" hint={hintOf(nextNames)} error={problem}>
        {(control) => (
          <input
            {...control}
            className="nhsuk-file-upload__input"
            type="file"
            name={fieldId}
            accept=".csv,text/csv"
          />
        )}
      </Field>
      <Button disabled={isSending}>{isSending ? "Sending…" : "Send the list"}</Button>
      <p role="status">{isSending && "Sending the file. Nothing is changed before you confirm it."}</p>
    </form>
  );
}

function hintOf(names: readonly string[]): string {
  return `CSV, at most 20 MB, the whole current list. The next file is called ${names.join(" or ")}.`;
}
