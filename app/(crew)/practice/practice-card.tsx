"use client";

import type { ReactElement, ReactNode } from "react";
import { PracticeStory } from "./practice-story";
import { CardView } from "@/app/(crew)/check/card-view";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface PracticeCardProps {
  readonly card: ResultCard;
  readonly onTaken: () => void;
  readonly onCheckAnother: () => void;
  readonly children: ReactNode;
}

/** The card of a real check, with a pretend story in the place of the alert. */
export function PracticeCard({ card, onTaken, onCheckAnother, children }: PracticeCardProps): ReactElement {
  return (
    <CardView
      card={card}
      afterAnswer={card.answer === "held" && <AfterPractice card={card} onTaken={onTaken} />}
      onCheckAnother={onCheckAnother}
      isPractice
    >
      {children}
    </CardView>
  );
}

interface AfterPracticeProps {
  readonly card: Extract<ResultCard, { answer: "held" }>;
  readonly onTaken: () => void;
}

/** A silent check tells nobody, in practice as in earnest. */
function AfterPractice({ card, onTaken }: AfterPracticeProps): ReactElement {
  if (card.mode === "unscheduled") return <PracticeStory card={card} onTaken={onTaken} />;
  return <p>This check was silent: it is on record, and nobody was told.</p>;
}
