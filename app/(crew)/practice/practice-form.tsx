"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import { CastList } from "./cast-list";
import { PracticeWords } from "./practice-banner";
import { NumberEntry } from "@/app/(crew)/check/scan/number-entry";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { PageTitle } from "@/app/_ui/page-title";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { numberSources, type NumberSource } from "@/server/vocabulary/number-source";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface Entered {
  readonly nhsNumber: string;
  readonly source: NumberSource;
}

interface PracticeFormProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly onAsk: (entered: Entered) => void;
}

/** The number pad and the scanner of a real check, and beneath them whom one can check here. */
export function PracticeForm({ mode, careSettingName, onAsk }: PracticeFormProps): ReactElement {
  const [complaint, setComplaint] = useState<FieldProblem>();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = form.get("nhsNumber");
    const parsed = parseNhsNumber(typeof typed === "string" ? typed : "");
    setComplaint(parsed.ok ? undefined : { fieldId: "nhsNumber", message: parsed.message });
    if (!parsed.ok) return;
    const source = numberSources.find((known) => known === form.get("numberSource")) ?? "typed";
    onAsk({ nhsNumber: parsed.nhsNumber, source });
  }

  return (
    <>
      <form method="post" onSubmit={submit} noValidate>
        <PageTitle caption={careSettingName}>Practice: check a child</PageTitle>
        {complaint !== undefined && <ErrorSummary problems={[complaint]} />}
        <NumberEntry
          isChecking={false}
          aboveScanner={
            <div className="practice-banner practice-banner--camera">
              <PracticeWords />
            </div>
          }
        />
        <p>{whoIsTold[mode]}</p>
      </form>
      <CastList />
    </>
  );
}

const whoIsTold = {
  unscheduled:
    "In practice nobody is told. In a real check the local authority is told at once that you looked.",
  scheduled:
    "In practice nothing is recorded of a child. A real check of yours is silent: on record, and nobody is told.",
} as const;
