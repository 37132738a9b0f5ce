"use client";

import type { ReactElement } from "react";
import { ControlButton } from "./control-button";
import { useWaiting, type Waiting } from "@/app/_pwa/waiting/use-waiting";
import { dropQuestion } from "@/app/_pwa/waiting/waiting-store";
import { Button } from "@/app/_ui/button";
import { formatTime } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

/** The questions that wait on this phone, each with the number to read out, and what one can do with it. */
export function WaitingList(): ReactElement | null {
  const { questions } = useWaiting();
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title">
      <h2 className="nhsuk-heading-m" id="waiting-title">
        {titleOf(questions)}
      </h2>
      <ul className="waiting-list">
        {questions.map((question) => (
          <li key={question.requestId} className="waiting-list__item">
            <WaitingEntry question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitingEntry({ question }: { readonly question: Waiting }): ReactElement {
  const { requestId, nhsNumber, state, keptAt, dropsAt } = question;
  return (
    <>
      <p className="waiting-list__number">{formatNhsNumber(nhsNumber)}</p>
      <p>
        {state === "handed"
          ? `Handed to control. It is not asked again, and goes from this phone at ${formatTime(dropsAt)}.`
          : `Asked at ${formatTime(keptAt)}. It is asked again by itself until ${formatTime(dropsAt)}, then dropped.`}
      </p>
      <ControlButton question={question} />
      <Button type="button" variant="secondary" onClick={() => void dropQuestion(requestId)}>
        Drop this question
      </Button>
    </>
  );
}

function titleOf(questions: readonly Waiting[]): string {
  const waiting = questions.filter(({ state }) => state === "waiting").length;
  if (waiting === 0) return "Handed to control";
  return waiting === 1 ? "1 question waits for a signal" : `${String(waiting)} questions wait for a signal`;
}
