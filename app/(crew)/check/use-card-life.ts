"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { showCard } from "./card-time";
import { clearAfter } from "./use-clearing";
import { useWhenLocked } from "@/app/_lock/use-when-locked";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CardLife {
  readonly shown: ResultCard | undefined;
  readonly forget: () => void;
  readonly clearCall: () => void;
}

/** Clears the card when its time is over, and the whole call when the app locks. True once a card has been cleared. */
export function useCardLife({ shown, forget, clearCall }: CardLife): boolean {
  const [isCleared, setIsCleared] = useState(false);

  function clear(): void {
    if (shown !== undefined) setIsCleared(true);
    forget();
  }
  const clearNow = useEffectEvent(clear);
  const begin = useEffectEvent(() => (shown === undefined ? 0 : showCard(shown)));
  const lookupId = shown?.lookupId;
  // By the lookup: of two cards, one after the other, each has its own time.
  useEffect(() => (lookupId === undefined ? undefined : clearAfter(begin(), clearNow)), [lookupId]);
  useWhenLocked(() => {
    clearCall();
    clear();
  });
  return isCleared;
}
