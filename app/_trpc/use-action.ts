"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { isProcedureError } from "./browser";
import { useIsWatched } from "./watched-part";

interface Action {
  /** Does it, reads the page again unless it is watched, and tells whether it was done; a refusal becomes `problem`. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why it was not done, in words. */
  readonly problem: string | undefined;
}

/** One thing a person does on a page: at most once at a time, and never without an answer. */
export function useAction(): Action {
  const router = useRouter();
  const isWatched = useIsWatched();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await act();
      if (!isWatched) router.refresh();
      return true;
    } catch (error) {
      setProblem(wordsOf(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  return { run, isBusy, problem };
}

function wordsOf(error: unknown): string {
  return isProcedureError(error) && error.data !== undefined
    ? error.message
    : "No answer came. Look at your signal and try again.";
}
