"use client";

import { useCallback, useRef, useState } from "react";
import { trpc } from "@/app/_trpc/browser";
import type { OwnPractice } from "@/server/domain/practice/read-own-practice";
import { freshPracticeRunId } from "@/server/vocabulary/fresh-id";
import type { PracticeStep } from "@/server/vocabulary/practice-step";

export interface PracticeProgress {
  readonly steps: readonly PracticeStep[];
  /** When this run was finished. */
  readonly finishedAt: Date | null;
  /** When one was finished before. */
  readonly practisedAt: Date | null;
  /** What was done last is not on record. */
  readonly isUnrecorded: boolean;
  readonly did: (...steps: readonly PracticeStep[]) => void;
  readonly recordAgain: () => void;
  readonly beginAgain: () => void;
}

/**
 * What has been practised. Only that is sent: never a number, never what was typed. All steps go with each, so that one
 * that was lost on its way goes with the next.
 */
export function usePracticeRun({ current, practisedAt }: OwnPractice): PracticeProgress {
  const [steps, setSteps] = useState(current?.steps ?? []);
  const run = useRef({ id: current?.runId, steps, isFinished: false });
  const [finishedAt, setFinishedAt] = useState<Date | null>(null);
  const [isUnrecorded, setIsUnrecorded] = useState(false);

  const record = useCallback(async () => {
    run.current.id ??= freshPracticeRunId();
    const { id: runId, steps: all } = run.current;
    try {
      const recorded = await trpc.practice.record.mutate({ runId, steps: [...all] });
      if (run.current.id !== runId) return;
      setIsUnrecorded(false);
      if (recorded.finishedAt === null) return;
      run.current.isFinished = true;
      setFinishedAt(recorded.finishedAt);
    } catch {
      if (run.current.id === runId) setIsUnrecorded(true);
    }
  }, []);

  const did = useCallback(
    (...done: readonly PracticeStep[]) => {
      const fresh = done.filter((step) => !run.current.steps.includes(step));
      if (fresh.length === 0 || run.current.isFinished) return;
      run.current.steps = [...run.current.steps, ...fresh];
      setSteps(run.current.steps);
      void record();
    },
    [record],
  );

  return {
    steps,
    finishedAt,
    practisedAt,
    isUnrecorded,
    did,
    recordAgain: () => void record(),
    beginAgain: () => {
      run.current = { id: undefined, steps: [], isFinished: false };
      setSteps([]);
      setFinishedAt(null);
    },
  };
}
