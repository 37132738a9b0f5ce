"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import type { Found } from "./use-search";
import { MoreAboutVisit } from "@/app/(crew)/check/more-about-visit";
import { readAsked } from "@/app/(crew)/check/read-asked";
import { SlowSignal } from "@/app/(crew)/check/slow-signal";
import type { Question } from "@/app/(crew)/check/use-question";
import { WhatWentWrong } from "@/app/(crew)/check/what-went-wrong";
import { whoIsTold } from "@/app/(crew)/check/who-is-told";
import { Button } from "@/app/_ui/button";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { FocusedTitle } from "@/app/_ui/focused-title";
import { SummaryList } from "@/app/_ui/summary-list";
import { ageInWords } from "@/server/vocabulary/age";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface FoundPanelProps {
  readonly mode: ResultCard["mode"];
  readonly found: Found;
  readonly question: Question;
  readonly onWrongChild: () => void;
}

/** The one person who fits, and the question that only a person can answer. Nothing is asked of the register before. */
export function FoundPanel({ mode, found, question, onWrongChild }: FoundPanelProps): ReactElement {
  const [complaint, setComplaint] = useState<FieldProblem>();
  const { state } = question;
  const isChecking = state.step === "checking";

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readAsked(new FormData(event.currentTarget));
    setComplaint("fieldId" in read ? read : undefined);
    if (!("fieldId" in read)) question.ask(read);
  }

  return (
    <form method="post" onSubmit={submit} noValidate>
      <FocusedTitle caption="One person found">Is this the child?</FocusedTitle>
      {complaint !== undefined && <ErrorSummary problems={[complaint]} />}
      {state.step === "asking" && state.failure !== undefined && <WhatWentWrong failure={state.failure} />}
      {!found.isAsTyped && (
        <p className="band-panel__doubt">Not all of this is as you typed it. Compare each line.</p>
      )}
      <SummaryList rows={rowsOf(found)} />
      <p>{whoIsTold[mode]}</p>
      <input type="hidden" name="nhsNumber" value={found.person.nhsNumber} />
      <input type="hidden" name="numberSource" value="searched" />
      <Button big disabled={isChecking} aria-disabled={isChecking}>
        {isChecking ? "Checking…" : "Yes, check this child"}
      </Button>
      {isChecking && <SlowSignal />}
      <Button type="button" big variant="secondary" disabled={isChecking} onClick={onWrongChild}>
        No, search again
      </Button>
      <MoreAboutVisit />
    </form>
  );
}

function rowsOf({ person, foundOn }: Found) {
  const { familyName, givenNames, birthDate, gender, postcode, nhsNumber } = person;
  return [
    { key: "Name", value: <bdi className="found-name">{[...givenNames, familyName].join(" ")}</bdi> },
    {
      key: "Date of birth",
      value:
        birthDate === null
          ? "Not known"
          : `${formatLondonDate(birthDate)} (${ageInWords(birthDate, foundOn)})`,
    },
    { key: "Gender", value: genders[gender] },
    { key: "Postcode", value: postcode ?? "Not shown" },
    {
      key: "NHS number",
      value: <span className="whitespace-nowrap">{formatNhsNumber(nhsNumber)}</span>,
    },
  ];
}

const genders = { female: "Female", male: "Male", other: "Other", unknown: "Not known" } as const;
