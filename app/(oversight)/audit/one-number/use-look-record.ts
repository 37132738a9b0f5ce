"use client";

import { useState } from "react";
import { saveFile } from "./save-file";
import { isProcedureError, trpc } from "@/app/_trpc/browser";
import type { FieldProblem } from "@/app/_ui/error-summary";
import type { OpenedRecord } from "@/server/api/look-record/open";
import type { ExportForm } from "@/server/vocabulary/look-record";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";

interface LookRecordAtHand {
  readonly opened: OpenedRecord | undefined;
  readonly problem: FieldProblem | undefined;
  readonly isBusy: boolean;
  readonly open: (typed: string) => void;
  /** Saves a file of what is on the screen. */
  readonly takeAway: (form: ExportForm) => void;
}

/** Opens a record and takes it away. It stands in this page alone and is gone when the page is left. */
export function useLookRecord(): LookRecordAtHand {
  const [opened, setOpened] = useState<OpenedRecord>();
  const [problem, setProblem] = useState<FieldProblem>();
  const [isBusy, setIsBusy] = useState(false);

  async function trying(task: () => Promise<void>): Promise<void> {
    setProblem(undefined);
    setIsBusy(true);
    try {
      await task();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setIsBusy(false);
    }
  }

  return {
    opened,
    problem,
    isBusy,
    open: (typed) => {
      setOpened(undefined);
      const parsed = parseNhsNumber(typed);
      if (!parsed.ok) setProblem({ fieldId: "nhs-number", message: parsed.message });
      else
        void trying(async () => {
          setOpened(await trpc.looks.open.mutate({ nhsNumber: parsed.nhsNumber }));
        });
    },
    takeAway: (form) => {
      if (opened === undefined) return;
      void trying(async () => {
        saveFile(await trpc.looks.export.mutate({ sealed: opened.sealed, form }));
      });
    },
  };
}

function problemOf(error: unknown): FieldProblem {
  const isRefusal = isProcedureError(error) && error.data?.refusal !== undefined;
  return {
    fieldId: "nhs-number",
    message: isRefusal ? error.message : "This could not be done. Check your connection and try again.",
  };
}
