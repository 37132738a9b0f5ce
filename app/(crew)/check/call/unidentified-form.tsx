"use client";

import { useId, useRef, useState, type ReactElement } from "react";
import type { Call } from "./use-call";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/select-field";
import { freshRequestId } from "@/server/vocabulary/fresh-id";
import type { RequestId } from "@/server/vocabulary/ids";
import { ageGuesses, ageGuessWords, mostUnidentified } from "@/server/vocabulary/incident";

const counts = Array.from({ length: mostUnidentified + 1 }, (_, count) => String(count));

/** Children who are here and whom nobody can identify: how many in all, and how old they look. */
export function UnidentifiedForm({ call }: { readonly call: Call }): ReactElement {
  const id = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  // Kept until it is answered: sent again after a lost answer, it is the same word.
  const pending = useRef<{ readonly said: string; readonly requestId: RequestId } | undefined>(undefined);
  const { unidentified } = call;

  async function send(form: FormData): Promise<void> {
    const count = Number(form.get("count"));
    const ageGuess = ageGuesses.find((known) => known === form.get("ageGuess")) ?? "unknown";
    const incident = call.send();
    if (incident === undefined) return;
    const said = `${incident.incidentId} ${String(count)} ${ageGuess}`;
    if (pending.current?.said !== said) pending.current = { said, requestId: freshRequestId() };
    const { requestId } = pending.current;
    setIsBusy(true);
    setProblem(undefined);
    try {
      const belongsTo = await trpc.incident.unidentified.mutate({ incident, requestId, count, ageGuess });
      pending.current = undefined;
      call.hearUnidentified(incident.incidentId, belongsTo, { count, ageGuess });
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      <SelectField
        id={`${id}-count`}
        name="count"
        label="How many such children are here?"
        hint="All of them, on this call. 0 if it was a mistake."
        defaultValue={String(unidentified?.count ?? 1)}
        options={counts.map((count) => ({ value: count, label: count }))}
      />
      <SelectField
        id={`${id}-age`}
        name="ageGuess"
        label="How old do they look?"
        defaultValue={unidentified?.ageGuess ?? "unknown"}
        options={ageGuesses.map((value) => ({ value, label: ageGuessWords[value] }))}
        error={problem}
      />
      <Button variant="secondary" disabled={isBusy}>
        Record it
      </Button>
      <p className="nhsuk-hint">
        On record with this call. Every authority that is told of a child on this call reads it.
      </p>
    </form>
  );
}

function wordsOf(error: unknown): string {
  return isProcedureError(error) && error.data
    ? error.message
    : "No answer came, so it is not certain that this is on record. Look at your signal and try again.";
}
