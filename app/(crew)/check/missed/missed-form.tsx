"use client";

import { useState, type ReactElement } from "react";
import { MissedAppointmentFields } from "./missed-appointment-fields";
import { readMissedForm } from "./read-missed-form";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { RadioField } from "@/app/_ui/radio-field";
import type { FormProblems } from "@/app/_ui/form-text";
import type { LookupId } from "@/server/vocabulary/ids";
import { followUps, followUpWords } from "@/server/vocabulary/missed-appointment";

interface MissedFormProps {
  readonly lookupId: LookupId;
  readonly onReported: () => void;
}

/** Which appointment was missed, what is known of why, and whether it can wait until the office opens. */
export function MissedForm({ lookupId, onReported }: MissedFormProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [problems, setProblems] = useState<FormProblems>({});

  async function report(form: FormData): Promise<void> {
    const read = readMissedForm(form, lookupId);
    setProblems(read.problems);
    if (read.said === undefined) return;
    const { said } = read;
    if (await run(() => trpc.appointment.reportMissed.mutate(said))) onReported();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void report(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary problems={Object.entries(problems).map(([fieldId, message]) => ({ fieldId, message }))} />
      {problem !== undefined && (
        <NotificationBanner tone="problem" title="Nothing was reported">
          {problem}
        </NotificationBanner>
      )}
      <MissedAppointmentFields problems={problems} />
      <RadioField
        name="followUp"
        question="What was done about it?"
        error={problems["followUp"]}
        choices={followUps.map((value) => ({ value, label: followUpWords[value] }))}
      />
      <RadioField
        name="isWorried"
        question="Are you worried about the child now?"
        error={problems["isWorried"]}
        hint="In danger this minute? Ring 999 first."
        choices={[
          { value: "no", label: "No", hint: "The office is told: now in office hours, or when it opens." },
          {
            value: "yes",
            label: "Yes",
            hint: "Whoever is on call is told at once, at any hour. Then make a referral here, and ring.",
          },
        ]}
      />
      <Button disabled={isBusy}>{isBusy ? "One moment…" : "Report it to the authority"}</Button>
    </form>
  );
}
