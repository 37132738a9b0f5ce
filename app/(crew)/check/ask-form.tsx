"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import { MoreAboutVisit } from "./more-about-visit";
import { readAsked } from "./read-asked";
import { RecordPart } from "./record/record-part";
import { useSentByRecord } from "./record/use-sent-by-record";
import { NumberEntry } from "./scan/number-entry";
import { searchAddress } from "./search/use-place-of-search";
import { SlowSignal } from "./slow-signal";
import type { Question } from "./use-question";
import { WhatWentWrong } from "./what-went-wrong";
import { whoIsTold } from "./who-is-told";
import { KeptAnswers } from "@/app/_phone/kept-answers";
import { WaitingList } from "@/app/_phone/waiting-list";
import { WaitingNotices } from "@/app/_phone/waiting-notices";
import { NumberOfPractice } from "@/app/_phone/number-of-practice";
import { buttonClass } from "@/app/_ui/button";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { isPracticeNumber } from "@/server/vocabulary/practice-number";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AskFormProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly isCleared: boolean;
  readonly question: Question;
  /** The child's number is not to be had. */
  readonly onNoNumber: () => void;
}

/** The number pad and one button; says before the question whether the authority will be told. */
export function AskForm({
  mode,
  careSettingName,
  isCleared,
  question,
  onNoNumber,
}: AskFormProps): ReactElement {
  const [complaint, setComplaint] = useState<FieldProblem>();
  const [isOfPractice, setIsOfPractice] = useState(false);
  const { state } = question;
  const { sent, done } = useSentByRecord();
  const isChecking = state.step === "checking";

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readAsked(new FormData(event.currentTarget));
    const isPractice = "nhsNumber" in read && isPracticeNumber(read.nhsNumber);
    setIsOfPractice(isPractice);
    if (isPractice) setComplaint(undefined);
    else if ("fieldId" in read) {
      setComplaint(read);
    } else {
      setComplaint(undefined);
      question.ask(read);
    }
  }

  return (
    <form method="post" onSubmit={submit} noValidate>
      <PageTitle caption={careSettingName}>Check a child</PageTitle>
      {complaint !== undefined && <ErrorSummary problems={[complaint]} />}
      {isCleared && (
        <NotificationBanner>The last card has been cleared. Check the number again.</NotificationBanner>
      )}
      {state.step === "asking" && state.failure !== undefined && <WhatWentWrong failure={state.failure} />}
      {isOfPractice && <NumberOfPractice />}
      <KeptAnswers />
      <WaitingNotices />
      <NumberEntry
        isChecking={isChecking}
        opener={
          sent === undefined
            ? undefined
            : (take) => (
                <RecordPart
                  sent={sent}
                  onOutcome={(outcome) => {
                    done();
                    take(outcome);
                  }}
                />
              )
        }
      />
      {!isChecking && (
        <a
          className={buttonClass("secondary", true)}
          // Leads there by itself until the page's script has come.
          href={searchAddress}
          onClick={(event) => {
            event.preventDefault();
            onNoNumber();
          }}
        >
          I have no NHS number
        </a>
      )}
      {isChecking && <SlowSignal />}
      <p>{whoIsTold[mode]}</p>
      <MoreAboutVisit />
      <WaitingList />
    </form>
  );
}
