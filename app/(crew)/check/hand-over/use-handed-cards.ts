"use client";

import type { inferProcedureOutput } from "@trpc/server";
import { useEffect, useState } from "react";
import { live } from "@/app/_trpc/live";
import type { AppRouter } from "@/server/api/root";
import type { LookupId } from "@/server/vocabulary/ids";

export type HandedCards =
  inferProcedureOutput<AppRouter["handedCard"]["live"]> extends AsyncIterable<infer Seen> ? Seen : never;

export interface WatchedCards {
  /** Undefined until the first news. */
  readonly cards: HandedCards | undefined;
  readonly isConnected: boolean;
}

/** Watches to whom the card was handed while it is on screen; connects again by itself when the signal returns. */
export function useHandedCards(lookupId: LookupId): WatchedCards {
  const [watched, setWatched] = useState<WatchedCards>({ cards: undefined, isConnected: true });

  useEffect(() => {
    const change = (news: Partial<WatchedCards>) => {
      setWatched((before) => ({ ...before, ...news }));
    };
    const subscription = live.handedCard.live.subscribe(
      { lookupId },
      {
        onData: (cards) => {
          change({ cards, isConnected: true });
        },
        onConnectionStateChange: ({ state, error }) => {
          change({ isConnected: state !== "connecting" || error === null });
        },
        onError: () => {
          change({ isConnected: false });
        },
      },
    );
    return () => {
      subscription.unsubscribe();
    };
  }, [lookupId]);

  return watched;
}
