"use client";

import { useState, type ReactElement } from "react";
import type { Call } from "./use-call";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import { textOf } from "@/app/_ui/form-text";
import { isCallNumber, noCallNumber, tidyCallNumber } from "@/server/vocabulary/incident";

/** The number of the call-out, before anything was asked on it: whoever types the same is on the same call. */
export function CallNumberForm({ call }: { readonly call: Call }): ReactElement {
  const [problem, setProblem] = useState<string>();

  function keep(form: FormData): void {
    const number = tidyCallNumber(textOf(form, "callNumber"));
    const isGood = number === "" || isCallNumber(number);
    setProblem(isGood ? undefined : noCallNumber);
    if (isGood) call.setNumber(number === "" ? undefined : number);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep(new FormData(event.currentTarget));
      }}
    >
      <TextField
        id="callNumber"
        name="callNumber"
        label="Number of the call-out"
        hint="What you and your colleagues check under the same number belongs together. No names."
        autoComplete="off"
        defaultValue={call.callNumber ?? ""}
        error={problem}
      />
      <Button variant="secondary">Use this number</Button>
      {call.callNumber !== undefined && problem === undefined && (
        <p role="status">Used for what you check next.</p>
      )}
    </form>
  );
}
