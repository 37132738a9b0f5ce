"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { showCard } from "./card-time";
import { clearAfter } from "./use-clearing";
import { useWhenLocked } from "@/app/_lock/use-when-locked";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardLife {
  readonly shown: ResultCard | undefined;
  /** How long the service still gives a card that is read again; undefined for one that has just come. */
  readonly leftMs: number | undefined;
  readonly forget: () => void;
  readonly clearCall: () => void;
}

/** Clears the card when its time is over, and the whole call when the app locks. True once a card has been cleared. */
export function useCardLife({ shown, leftMs, forget, clearCall }: CardLife): boolean {
  const [isCleared, setIsCleared] = useState(false);

  function clear(): void {
    if (shown !== undefined) setIsCleared(true);
    forget();
  }
  const clearNow = useEffectEvent(clear);
  const begin = useEffectEvent((lookupId: string) => {
    return showCard(lookupId, leftMs ?? (shown ? wholeLife(shown) : 0));
  });
  const lookupId = shown?.lookupId;
  // By the lookup: of two cards, one after the other, each has its own time.
  useEffect(() => (lookupId === undefined ? undefined : clearAfter(begin(lookupId), clearNow)), [lookupId]);
  useWhenLocked(() => {
    clearCall();
    clear();
  });
  return isCleared;
}

/** How long a card that has just come may be shown. */
function wholeLife({ askedAt, clearsAt }: ResultCard): number {
  return clearsAt.getTime() - askedAt.getTime();
}
