"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import type { AppLock } from "./use-app-lock";
import { useWaiting } from "@/app/_pwa/waiting/use-waiting";
import type { SignedInPerson } from "@/app/_ui/app-header";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";

interface PinQuestionProps extends Pick<AppLock, "unlock" | "leave"> {
  readonly person: SignedInPerson;
}

/** Whose phone it is, and one field. Says of what waits only how much it is. */
export function PinQuestion({ person, unlock, leave }: PinQuestionProps): ReactElement {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const { questions, answers } = useWaiting();

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const pin = new FormData(form).get("pin");
    if (isBusy || typeof pin !== "string" || pin === "") return;
    setIsBusy(true);
    const tried = await unlock(pin);
    if (tried.kind === "wrong") setProblem(wordsOf(tried.left));
    setIsBusy(false);
    form.reset();
  }

  return (
    <>
      <h1 className="nhsuk-heading-l" id="lock-title">
        Locked
      </h1>
      <p>
        <strong>{person.name}</strong>, {person.role}, {person.organisation}
      </p>
      {answers.length > 0 && <p role="status">An answer is there.</p>}
      {questions.length > 0 && <p role="status">{countInWords(questions.length)}</p>}
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          id="lock-pin"
          name="pin"
          type="password"
          label="Your PIN"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          maxLength={6}
          error={problem}
        />
        <Button big disabled={isBusy}>
          Unlock
        </Button>
      </form>
      <Button type="button" variant="secondary" big onClick={leave}>
        Not you? Sign out
      </Button>
    </>
  );
}

function wordsOf(left: number): string {
  return `This is not the PIN. ${left === 1 ? "One try is left, then you are signed out." : `${String(left)} tries are left.`}`;
}

function countInWords(count: number): string {
  return count === 1 ? "1 question waits for a signal." : `${String(count)} questions wait for a signal.`;
}
