"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type ReactElement } from "react";
import { useWhenSeen } from "./use-when-seen";
import { patienceMilliseconds } from "@/app/_pwa/waiting/patience";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { WaitingCard } from "@/server/domain/lookup/hand-over/waiting-cards";
import { freshRequestId } from "@/server/vocabulary/fresh-id";
import type { CardHandoverId, RequestId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";
import { roleNames } from "@/server/vocabulary/permission";

/** Opens cards, one at a time; each is a look in the name of whoever opens it. Nothing of one is kept on the phone. */
export function HandedCards({ cards }: { readonly cards: readonly WaitingCard[] }): ReactElement {
  const router = useRouter();
  const [opening, setOpening] = useState<CardHandoverId>();
  const [problem, setProblem] = useState<string>();
  // Kept until it is answered: sent again after a lost answer, it is the same look.
  const pending = useRef(new Map<CardHandoverId, RequestId>());
  useWhenSeen(() => {
    // Without a signal it would lead away from this page.
    if (navigator.onLine) router.refresh();
  });

  async function open(handoverId: CardHandoverId): Promise<void> {
    if (opening !== undefined) return;
    const requestId = pending.current.get(handoverId) ?? freshRequestId();
    pending.current.set(handoverId, requestId);
    setOpening(handoverId);
    setProblem(undefined);
    try {
      const { lookupId } = await trpc.handedCard.open.mutate(
        { handoverId, requestId },
        { signal: AbortSignal.timeout(patienceMilliseconds) },
      );
      router.push(`/check/${lookupId}`);
    } catch (error) {
      setProblem(wordsOf(error));
      setOpening(undefined);
      if (!isProcedureError(error) || error.data === undefined) return;
      pending.current.delete(handoverId);
      router.refresh();
    }
  }

  return (
    <>
      {problem !== undefined && (
        <NotificationBanner tone="problem" title="The card is not open">
          {problem}
        </NotificationBanner>
      )}
      <p>To open a card is a look at this child in your name, and on record.</p>
      <ul className="nhsuk-list">
        {cards.map((card) => (
          <li key={card.handoverId}>
            <Card>
              <h2 className="nhsuk-heading-s">
                {`From ${card.fromName}, ${roleNames[card.fromRole].toLowerCase()}, at ${formatTime(card.handedAt)}`}
              </h2>
              {card.callNumber !== null && <p>{`Call ${card.callNumber}`}</p>}
              {card.openedAt !== null && <p>{`You opened it at ${formatTime(card.openedAt)}.`}</p>}
              <Button
                type="button"
                variant={card.openedAt === null ? "primary" : "secondary"}
                big
                disabled={opening !== undefined}
                onClick={() => void open(card.handoverId)}
              >
                {labelOf(card, opening)}
              </Button>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

function labelOf({ handoverId, openedAt }: WaitingCard, opening: CardHandoverId | undefined): string {
  if (opening === handoverId) return "Opening the card…";
  return openedAt === null ? "Open the card" : "Open it again";
}

function wordsOf(error: unknown): string {
  return isProcedureError(error) && error.data !== undefined
    ? error.message
    : "No answer came, and nothing of the card is on this phone. Look at your signal and try again, or ring whoever handed it to you.";
}
