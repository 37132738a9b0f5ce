"use client";

import { useEffect, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let open = 0;

/** Says that somebody is in the middle of something here: a question, a card. Nothing may come between. */
export function useInTheMiddle(isInTheMiddle: boolean): void {
  useEffect(() => {
    if (!isInTheMiddle) return undefined;
    count(1);
    return () => {
      count(-1);
    };
  }, [isInTheMiddle]);
}

export function useIsInTheMiddle(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => open > 0,
    () => false,
  );
}

function count(change: 1 | -1): void {
  open += change;
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => {
    listeners.delete(listen);
  };
}
