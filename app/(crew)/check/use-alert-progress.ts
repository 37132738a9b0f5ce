"use client";

import type { inferProcedureOutput } from "@trpc/server";
import { startTransition, useEffect, useState } from "react";
import { isProcedureError } from "@/app/_trpc/browser";
import { live } from "@/app/_trpc/live";
import type { AppRouter } from "@/server/api/root";
import type { LookupId } from "@/server/vocabulary/ids";

export type Progress =
  inferProcedureOutput<AppRouter["lookup"]["live"]> extends AsyncIterable<infer Seen> ? Seen : never;

export interface Watched {
  /** Undefined until the first news. */
  readonly alerts: Progress | undefined;
  readonly isConnected: boolean;
  /** The session closed: there will be no more news. */
  readonly hasEnded: boolean;
}

/**
 * Watches the alerts of a lookup while the card is on screen; connects again by itself when the signal returns. Another
 * number of reports watches anew, with what is known until there is news.
 */
export function useAlertProgress(lookupId: LookupId, reports = 0): Watched {
  const [watched, setWatched] = useState<Watched>({ alerts: undefined, isConnected: true, hasEnded: false });

  useEffect(() => {
    const change = (news: Partial<Watched>) => {
      // Drawn bit by bit: whatever is tapped meanwhile goes first.
      startTransition(() => {
        setWatched((before) => ({ ...before, ...news }));
      });
    };
    const subscription = live.lookup.live.subscribe(
      { lookupId },
      {
        onData: (alerts) => {
          change({ alerts, isConnected: true });
        },
        onConnectionStateChange: ({ state, error }) => {
          change({ isConnected: state !== "connecting" || error === null });
        },
        onError: (error) => {
          const isSignedOut = isProcedureError(error) && error.data?.code === "UNAUTHORIZED";
          change({ isConnected: false, hasEnded: isSignedOut });
        },
      },
    );
    return () => {
      subscription.unsubscribe();
    };
  }, [lookupId, reports]);

  return watched;
}
