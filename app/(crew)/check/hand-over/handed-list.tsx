"use client";

import { useState, type ReactElement } from "react";
import type { HandedCards, WatchedCards } from "./use-handed-cards";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LiveLine } from "@/app/_ui/live-line";

/** To whom the card was handed, the newest first, and how far it came with each person. */
export function HandedList({ cards, isConnected }: WatchedCards): ReactElement {
  return (
    <>
      {cards?.map((card) => (
        <HandedCard key={card.handoverId} card={card} />
      ))}
      {!isConnected && (
        <LiveLine tone="problem">No connection: what is said here of the crew may be behind.</LiveLine>
      )}
    </>
  );
}

function HandedCard({ card }: { readonly card: HandedCards[number] }): ReactElement {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function takeBack(): Promise<void> {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await trpc.handedCard.withdraw.mutate({ handoverId: card.handoverId });
    } catch (error) {
      const isAnswered = isProcedureError(error) && error.data !== undefined;
      setProblem(isAnswered ? error.message : "No answer came. Look at your signal and try again.");
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className="hand-over__card">
      <LiveLine tone={card.tone}>{card.line}</LiveLine>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {card.people.map((line, place) => (
          <li key={place}>{line}</li>
        ))}
      </ul>
      {card.attempts.length > 0 && (
        <Details summary={`How they were told (${String(card.attempts.length)})`}>
          <ul>
            {card.attempts.map((attempt, place) => (
              <li key={place}>{attempt}</li>
            ))}
          </ul>
        </Details>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {card.canBeTakenBack && (
        <Button type="button" variant="secondary" disabled={isBusy} onClick={() => void takeBack()}>
          Take it back
        </Button>
      )}
    </div>
  );
}
