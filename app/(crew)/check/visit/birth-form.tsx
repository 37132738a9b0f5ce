"use client";

import { useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import { problemsOf, textOf, type FormProblems } from "@/app/_ui/form-text";
import { BirthReport, sexes, sexWords } from "@/server/vocabulary/birth-report";
import type { LookupId } from "@/server/vocabulary/ids";

/** Girl or boy, when, and the baby's own number as soon as there is one. May be said again once more is known. */
export function BirthForm({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [problems, setProblems] = useState<FormProblems>({});

  function tell(form: FormData): void {
    const sex = sexes.find((one) => one === form.get("sex"));
    const childNhsNumber = textOf(form, "childNhsNumber");
    const born = {
      lookupId,
      bornOn: textOf(form, "bornOn"),
      bornTime: textOf(form, "bornTime"),
      ...(childNhsNumber !== "" && { childNhsNumber }),
    };
    const { success, error } = BirthReport.safeParse({ ...born, sex });
    setProblems(problemsOf(error));
    if (success && sex !== undefined) void run(() => trpc.visit.birth.mutate({ ...born, sex }));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary problems={Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))} />
      {problem !== undefined && (
        <NotificationBanner tone="problem" title="Nobody was told yet">
          {problem}
        </NotificationBanner>
      )}
      <div className="flex flex-wrap gap-x-4">
        <TextField
          id="bornOn"
          name="bornOn"
          type="date"
          label="Day of birth"
          error={problems["bornOn"]}
          className="nhsuk-input--width-10"
        />
        <TextField
          id="bornTime"
          name="bornTime"
          type="time"
          label="Time"
          error={problems["bornTime"]}
          className="time-input"
        />
      </div>
      <RadioField
        name="sex"
        question="Girl or boy?"
        error={problems["sex"]}
        choices={sexes.map((value) => ({ value, label: sexWords[value] }))}
      />
      <TextField
        id="childNhsNumber"
        name="childNhsNumber"
        inputMode="numeric"
        autoComplete="off"
        label="The baby’s NHS number (if there is one)"
        error={problems["childNhsNumber"]}
        hint="The baby’s own, not the mother’s. You can tell it later here."
        maxLength={16}
      />
      <Button disabled={isBusy}>Tell the authority</Button>
    </form>
  );
}
