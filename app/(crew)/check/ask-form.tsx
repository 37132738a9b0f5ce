"use client";

import { useState, type ReactElement, type SubmitEvent } from "react";
import type { Failure } from "./explain-failure";
import { MoreAboutVisit } from "./more-about-visit";
import { NumberEntry } from "./scan/number-entry";
import { SlowSignal } from "./slow-signal";
import type { Asked, Question } from "./use-question";
import { KeptAnswers } from "@/app/_phone/kept-answers";
import { WaitingList } from "@/app/_phone/waiting-list";
import { WaitingNotices } from "@/app/_phone/waiting-notices";
import { NumberOfPractice } from "@/app/_phone/number-of-practice";
import { ErrorSummary, type FieldProblem } from "@/app/_ui/error-summary";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { attendanceReasons } from "@/server/vocabulary/attendance-reason";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { numberSources } from "@/server/vocabulary/number-source";
import { isPracticeNumber } from "@/server/vocabulary/practice-child";
import { isTelephoneNumber } from "@/server/vocabulary/telephone-number";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AskFormProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly isCleared: boolean;
  readonly question: Question;
}

/** The number pad and one button; says before the question whether the authority will be told. */
export function AskForm({ mode, careSettingName, isCleared, question }: AskFormProps): ReactElement {
  const [complaint, setComplaint] = useState<FieldProblem>();
  const [isOfPractice, setIsOfPractice] = useState(false);
  const { state } = question;
  const isChecking = state.step === "checking";

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readForm(new FormData(event.currentTarget));
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
      <NumberEntry isChecking={isChecking} />
      {isChecking && <SlowSignal />}
      <p>{whoIsTold[mode]}</p>
      <MoreAboutVisit />
      <WaitingList />
    </form>
  );
}

const whoIsTold = {
  unscheduled: "If the child is known, their local authority is told at once that you looked.",
  scheduled: "This check is silent: it is on record, and nobody is told.",
} as const;

function WhatWentWrong({ failure }: { readonly failure: Failure }): ReactElement {
  return (
    <NotificationBanner tone="problem" title="Nothing was checked">
      <p>{failure.message}</p>
      {failure.remedy === "sign-in" && <a href="/sign-in?next=/check">Sign in again</a>}
    </NotificationBanner>
  );
}

/** What is asked, or what is wrong with it. */
function readForm(form: FormData): Asked | FieldProblem {
  const parsed = parseNhsNumber(textOf(form, "nhsNumber"));
  if (!parsed.ok) return { fieldId: "nhsNumber", message: parsed.message };

  const reason = attendanceReasons.find((known) => known === textOf(form, "reason"));
  const callBackNumber = textOf(form, "callBackNumber");
  if (callBackNumber !== "" && !isTelephoneNumber(callBackNumber)) {
    return {
      fieldId: "callBackNumber",
      message: "Enter a telephone number to ring you back, like 07700 900123.",
    };
  }
  return {
    nhsNumber: parsed.nhsNumber,
    numberSource: numberSources.find((known) => known === textOf(form, "numberSource")) ?? "typed",
    ...(reason !== undefined && { reason }),
    ...(callBackNumber !== "" && { callBackNumber }),
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
