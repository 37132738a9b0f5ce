"use client";

import type { ReactElement } from "react";
import { trpc } from "@/app/_trpc/browser";
import { useAction } from "@/app/_trpc/use-action";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import type { Colleague } from "@/server/domain/alert/hold/list-colleagues";
import { PersonId, type AlertId } from "@/server/vocabulary/ids";

interface HandOverFormProps {
  readonly alertIds: readonly AlertId[];
  readonly colleagues: readonly Colleague[];
}

/** Hands these alerts to one colleague; they stay one's own until they are accepted. */
export function HandOverForm({ alertIds, colleagues }: HandOverFormProps): ReactElement {
  const { run, isBusy, problem } = useAction();
  if (colleagues.length === 0) return <p>No colleague of yours has signed in to Lantern lately.</p>;

  function handOver(form: FormData): void {
    const toPersonId = PersonId.parse(form.get("colleague"));
    void run(() => trpc.alert.handOver.mutate({ alertIds: [...alertIds], toPersonId }));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handOver(new FormData(event.currentTarget));
      }}
    >
      <SelectField
        id="colleague"
        name="colleague"
        label="Colleague"
        hint="They are told at once, and have it when they accept it."
        error={problem}
        options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <Button variant="secondary" disabled={isBusy}>
        {alertIds.length === 1 ? "Hand it over" : `Hand over all ${String(alertIds.length)}`}
      </Button>
    </form>
  );
}
