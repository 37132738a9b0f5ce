"use client";

import type { ReactElement, SubmitEvent } from "react";
import { LookRecordView } from "./look-record-view";
import { useLookRecord } from "./use-look-record";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";

/** One number, and what is on record under it. The number goes out in the body of a call, never in an address. */
export function LookRecordScreen(): ReactElement {
  const { opened, problem, isBusy, open, takeAway } = useLookRecord();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("nhsNumber");
    open(typeof typed === "string" ? typed : "");
  }

  return (
    <>
      {problem !== undefined && <ErrorSummary problems={[problem]} />}
      {/* Without the page's script nothing is sent: a plain form would put what was typed into the address. */}
      <form method="post" autoComplete="off" onSubmit={submit}>
        <TextField
          id="nhs-number"
          name="nhsNumber"
          label="NHS number"
          hint="10 digits, such as 999 000 0018. A number that replaced another is a record of its own."
          inputMode="numeric"
          required
          maxLength={40}
          error={problem?.fieldId === "nhs-number" ? problem.message : undefined}
        />
        <Button disabled={isBusy}>{isBusy ? "Working…" : "Open the record"}</Button>
      </form>
      <p role="status" className="nhsuk-u-visually-hidden">
        {opened && `Opened. ${String(opened.record.looks.length)} looks.`}
      </p>
      {opened && <LookRecordView record={opened.record} isBusy={isBusy} onTakeAway={takeAway} />}
    </>
  );
}
