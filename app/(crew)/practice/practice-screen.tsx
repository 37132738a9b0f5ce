"use client";

import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { NotOfCast } from "./not-of-cast";
import { PracticeCard } from "./practice-card";
import { PracticeCouldNotCheck } from "./practice-could-not-check";
import { PracticeForm, type Entered } from "./practice-form";
import { PracticeTasks } from "./practice-tasks";
import { usePracticeRun } from "./use-practice-run";
import { useClearing } from "@/app/(crew)/check/use-clearing";
import { useInTheMiddle } from "@/app/_pwa/in-the-middle";
import type { OwnPractice } from "@/server/domain/practice/read-own-practice";
import { practiceAnswer, type PracticeAnswer } from "@/server/vocabulary/practice-answer";
import { practiceChildOf } from "@/server/vocabulary/practice-child";
import type { PracticeStep } from "@/server/vocabulary/practice-step";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface PracticeScreenProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  readonly own: OwnPractice;
}

type Shown =
  { readonly step: "asking" } | ({ readonly step: "shown"; readonly nhsNumber: string } & PracticeAnswer);

/**
 * The number pad and the three answers, made on this phone of the practice cast. No question leaves it: only which steps
 * have been practised goes on record.
 */
export function PracticeScreen({ mode, careSettingName, own }: PracticeScreenProps): ReactElement {
  const [shown, setShown] = useState<Shown>({ step: "asking" });
  const progress = usePracticeRun(own);
  const isShown = shown.step === "shown" && shown.kind !== "not-practice";
  useInTheMiddle(isShown);
  const leave = useBack(() => setShown({ step: "asking" }));
  const card = shown.step === "shown" && shown.kind === "card" ? shown.card : undefined;
  useClearing(card?.clearsInMs, leave);

  function ask({ nhsNumber, source }: Entered): void {
    const answer = practiceAnswer({ nhsNumber, mode, now: new Date() });
    setShown({ step: "shown", nhsNumber, ...answer });
    window.scrollTo(0, 0);
    if (answer.kind === "not-practice") return;
    progress.did(source === "scanned" ? "scanned" : "typed", stepOf(answer));
    window.history.pushState(null, "", "/practice#answer");
  }

  return (
    <>
      <p className="nhsuk-u-visually-hidden" role="status">
        {isShown && saysOf(shown.nhsNumber)}
      </p>
      {isShown ? (
        <Answer shown={shown} onTaken={() => progress.did("alert-followed")} onLeave={leave}>
          <PracticeTasks mode={mode} progress={progress} />
        </Answer>
      ) : (
        <>
          {shown.step === "shown" && <NotOfCast />}
          <PracticeForm mode={mode} careSettingName={careSettingName} onAsk={ask} />
          <PracticeTasks mode={mode} progress={progress} />
        </>
      )}
    </>
  );
}

interface AnswerProps {
  readonly shown: Extract<Shown, { kind: "card" | "could-not-check" }>;
  readonly onTaken: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

function Answer({ shown, onTaken, onLeave, children }: AnswerProps): ReactElement {
  return shown.kind === "card" ? (
    <PracticeCard card={shown.card} onTaken={onTaken} onCheckAnother={onLeave}>
      {children}
    </PracticeCard>
  ) : (
    <PracticeCouldNotCheck nhsNumber={shown.nhsNumber} onLeave={onLeave}>
      {children}
    </PracticeCouldNotCheck>
  );
}

function stepOf(answer: Exclude<PracticeAnswer, { kind: "not-practice" }>): PracticeStep {
  if (answer.kind === "could-not-check") return "could-not-check-seen";
  return answer.card.answer === "held" ? "held-seen" : "none-held-seen";
}

/** Said with each answer, for whoever does not see the frame. */
function saysOf(nhsNumber: string): string {
  const child = practiceChildOf(nhsNumber);
  return child === undefined
    ? ""
    : `Practice: ${child.givenNames} ${child.familyName} is not real, and nobody was told.`;
}

/** Back leads from an answer to the number pad, as it does from a real one. What it gives back does the same. */
function useBack(forget: () => void): () => void {
  useEffect(() => {
    window.addEventListener("popstate", forget);
    return () => {
      window.removeEventListener("popstate", forget);
    };
  });
  return () => {
    forget();
    window.history.pushState(null, "", "/practice");
    window.scrollTo(0, 0);
  };
}
