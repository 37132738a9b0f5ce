"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CallChild } from "./call-state";
import { trpc } from "@/app/_trpc/browser";
import type { LookupId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface Opening {
  /** The card that is on its way; undefined when none is. */
  readonly lookupId: LookupId | undefined;
  readonly problem: string | undefined;
  readonly open: (child: CallChild) => void;
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
    async ({ card, lookupId: id }: CallChild) => {
      stop();
      if (card) {
        show(card);
        return;
      }
      if (id === undefined) return;
      wanted.current = id;
      setLookupId(id);
      const found = await trpc.lookup.card.query({ lookupId: id }).catch(() => undefined);
      if (wanted.current !== id) return;
      stop();
      if (found) show(found);
      else setProblem("This card could not be opened. Look at your signal, or check the number again.");
    },
    [show, stop],
  );

  return { lookupId, problem, open: (child) => void open(child), stop };
}
