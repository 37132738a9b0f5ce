"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CallChild } from "./call-state";
import { lifeLeft, showCard } from "@/app/(crew)/check/card-time";
import { patienceMilliseconds } from "@/app/_pwa/waiting/patience";
import { trpc } from "@/app/_trpc/browser";
import type { LookupId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

/** A card that is here, or one of which the service knows. */
export type Openable = Pick<CallChild, "card" | "lookupId">;

interface Opening {
  /** The card that is on its way; undefined when none is. */
  readonly lookupId: LookupId | undefined;
  readonly problem: string | undefined;
  readonly open: (child: Openable) => void;
  /** Whatever is on its way is not wanted any more. */
  readonly stop: () => void;
}

/** Opens cards again. Of several that are asked for, only the last is shown, in whatever order they come. */
export function useOpening(show: (card: ResultCard) => void): Opening {
  const wanted = useRef<LookupId | undefined>(undefined);
  const [lookupId, setLookupId] = useState<LookupId>();
  const [problem, setProblem] = useState<string>();

  const stop = useCallback(() => {
    wanted.current = undefined;
    setLookupId(undefined);
    setProblem(undefined);
  }, []);
  useEffect(() => stop, [stop]);

  const open = useCallback(
    async ({ card, lookupId: id }: Openable) => {
      stop();
      if (card && lifeLeft(card) > 0) {
        show(card);
        return;
      }
      if (id === undefined) return;
      wanted.current = id;
      setLookupId(id);
      const found = await read(id);
      if (wanted.current !== id) return;
      stop();
      // What was cleared here once stays so.
      if (found && showCard(found) > 0) show(found);
      else setProblem("This card could not be opened. Look at your signal, or check the number again.");
    },
    [show, stop],
  );

  return { lookupId, problem, open: (child) => void open(child), stop };
}

async function read(lookupId: LookupId): Promise<ResultCard | undefined> {
  try {
    return await trpc.lookup.card.query({ lookupId }, { signal: AbortSignal.timeout(patienceMilliseconds) });
  } catch {
    return undefined;
  }
}
