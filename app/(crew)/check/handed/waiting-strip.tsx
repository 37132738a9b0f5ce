"use client";

import { useState, type ReactElement } from "react";
import { useWhenSeen } from "./use-when-seen";
import { trpc } from "@/app/_trpc/browser";
import { handedCardsPath } from "@/server/vocabulary/handed-cards-path";

/** On top of the number pad: a colleague looked a child up, and the card waits. Says nothing of the child. */
export function WaitingStrip({ atStart }: { readonly atStart: number }): ReactElement {
  const [count, setCount] = useState(atStart);
  useWhenSeen(() => {
    void trpc.handedCard.waiting
      .query()
      .then((cards) => {
        setCount(cards.filter(({ openedAt }) => openedAt === null).length);
      })
      // What was seen last stands: without a signal no card can be opened either.
      .catch(() => undefined);
  });

  return (
    <div role="status">
      {count > 0 && (
        <p className="call-strip call-strip--alarming">
          <strong>
            {count === 1 ? "A card is waiting for you." : `${String(count)} cards are waiting for you.`}
          </strong>
          {/* A plain link: it loads what is true now. */}
          <a className="call-strip__way" href={handedCardsPath}>
            {count === 1 ? "See whose, and open it" : "See whose, and open them"}
          </a>
        </p>
      )}
    </div>
  );
}
