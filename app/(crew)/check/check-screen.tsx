"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState, type ReactElement } from "react";
import { AskForm } from "./ask-form";
import { CardView } from "./card-view";
import { CouldNotCheck } from "./could-not-check";
import { useClearing } from "./use-clearing";
import { useQuestion } from "./use-question";
import { useWhenLocked } from "@/app/_lock/use-when-locked";
import { useAnswerOpened } from "@/app/_phone/use-answer-opened";
import { useInTheMiddle } from "@/app/_pwa/in-the-middle";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface CheckScreenProps {
  readonly mode: ResultCard["mode"];
  readonly careSettingName: string;
  /** A card that is read again after a reload. */
  readonly card?: ResultCard;
  /** How long the service still gives that card. */
  readonly leftMs?: number;
}

/** The number pad, and in its place the answer. Going back leads from the answer to an empty number pad. */
export function CheckScreen({ mode, careSettingName, card, leftMs }: CheckScreenProps): ReactElement {
  const question = useQuestion(mode, card);
  const { state, forget } = question;
  const isAsking = usePathname() === "/check";
  const [isCleared, setIsCleared] = useState(false);

  const left = state.step === "answered" && state.card === card ? leftMs : undefined;
  useClearing(state.step === "answered" ? (left ?? wholeLife(state.card)) : undefined, () => {
    setIsCleared(true);
    forget();
  });
  useWhenLocked(() => {
    if (state.step !== "answered") return;
    setIsCleared(true);
    forget();
  });
  useInTheMiddle(state.step !== "asking");
  useAnswerOpened(state.step === "answered" ? state.card.lookupId : undefined);
  useEffect(() => {
    if (isAsking) forget();
  }, [isAsking, forget]);

  if (state.step === "answered") {
    return <CardView card={state.card} onCheckAnother={question.checkAnother} />;
  }
  if (state.step === "could-not-check") {
    return (
      <CouldNotCheck
        nhsNumber={state.nhsNumber}
        requestId={state.requestId}
        onTryAgain={question.tryAgain}
        onLeave={question.checkAnother}
      />
    );
  }
  return <AskForm mode={mode} careSettingName={careSettingName} isCleared={isCleared} question={question} />;
}

/** How long a card that has just come may be shown. */
function wholeLife({ askedAt, clearsAt }: ResultCard): number {
  return clearsAt.getTime() - askedAt.getTime();
}
