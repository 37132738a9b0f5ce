"use client";

import { useId, useState, type ReactElement } from "react";
import { useReferableChildren } from "./use-referable-children";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { freshRequestId } from "@/server/vocabulary/fresh-id";
import type { LookupId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface ReferralFormProps {
  readonly lookupId: LookupId;
}

/** One referral for this child, and for others who were checked on the same call. */
export function ReferralForm({ lookupId }: ReferralFormProps): ReactElement {
  const id = useId();
  const { run, isBusy, problem } = useAction();
  const [isSent, setIsSent] = useState(false);
  // Kept until it is sent: tried again after a lost answer, it is the same referral.
  const [requestId] = useState(freshRequestId);
  const others = useReferableChildren(lookupId);

  async function send(form: FormData): Promise<void> {
    const concern = form.get("concern");
    if (typeof concern !== "string") return;
    const chosen = form.getAll("child");
    const lookupIds = [
      lookupId,
      ...others.map((child) => child.lookupId).filter((id) => chosen.includes(id)),
    ];
    setIsSent(await run(() => trpc.referral.make.mutate({ requestId, lookupIds, concern })));
  }

  if (isSent) {
    return (
      <p role="status">
        Referred. The authority decides within one working day; read it under{" "}
        <a href="/referrals">Referrals</a>.
      </p>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      {others.length > 0 && (
        <fieldset className="nhsuk-fieldset nhsuk-form-group">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            Others of the same call
          </legend>
          <div className="nhsuk-checkboxes">
            {others.map((child, index) => (
              <div key={child.lookupId} className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={`${id}-child-${String(index)}`}
                  name="child"
                  value={child.lookupId}
                />
                <label
                  className="nhsuk-label nhsuk-checkboxes__label"
                  htmlFor={`${id}-child-${String(index)}`}
                >
                  NHS number {formatNhsNumber(child.nhsNumber)}, checked at {formatTime(child.askedAt)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        id={id}
        label="What are you worried about?"
        hint="What you saw and heard. Up to 4,000 characters."
        error={problem}
      >
        {(control) => (
          <textarea {...control} name="concern" className="nhsuk-textarea" rows={5} maxLength={4_000} />
        )}
      </Field>
      <Button variant="secondary" disabled={isBusy}>
        Make the referral
      </Button>
    </form>
  );
}
