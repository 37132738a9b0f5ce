"use client";

import { useState, type ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import { sexes, sexWords } from "@/server/vocabulary/birth-report";
import type { LookupId } from "@/server/vocabulary/ids";

/** Girl or boy, when, and the baby's own number as soon as there is one. May be said again once more is known. */
export function BirthForm({ lookupId }: { readonly lookupId: LookupId }): ReactElement {
  const { run, isBusy, problem } = useAction();
  const [isSexMissing, setIsSexMissing] = useState(false);

  function tell(form: FormData): void {
    const sex = sexes.find((one) => one === form.get("sex"));
    setIsSexMissing(sex === undefined);
    if (sex === undefined) return;
    const childNhsNumber = textOf(form, "childNhsNumber");
    const born = { bornOn: textOf(form, "bornOn"), bornTime: textOf(form, "bornTime"), sex };
    void run(() =>
      trpc.visit.birth.mutate({ lookupId, ...born, ...(childNhsNumber !== "" && { childNhsNumber }) }),
    );
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell(new FormData(event.currentTarget));
      }}
    >
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
          className="nhsuk-input--width-10"
        />
        <TextField id="bornTime" name="bornTime" type="time" label="Time" className="nhsuk-input--width-5" />
      </div>
      <RadioField
        name="sex"
        question="Girl or boy?"
        error={isSexMissing ? "Say whether it is a girl or a boy, or that you do not know yet." : undefined}
        choices={sexes.map((value) => ({ value, label: sexWords[value] }))}
      />
      <TextField
        id="childNhsNumber"
        name="childNhsNumber"
        inputMode="numeric"
        autoComplete="off"
        label="The baby’s NHS number (if there is one)"
        hint="The baby’s own, not the mother’s. You can tell it later here."
        maxLength={16}
      />
      <Button disabled={isBusy}>Tell the authority</Button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
