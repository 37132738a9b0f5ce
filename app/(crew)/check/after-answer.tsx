"use client";

import type { ReactElement, ReactNode } from "react";
import { AlertLines } from "./alert-lines";
import { AfterSilentPart } from "./later-parts";
import { recordLine } from "./record-line";
import { useAlertProgress } from "./use-alert-progress";
import { CopyLine } from "./visit/copy-line";
import { VisitPanel } from "./visit/visit-panel";
import { Conversation } from "@/app/_messages/conversation";
import { WatchedPart } from "@/app/_trpc/watched-part";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AfterAnswerProps {
  /** None held told nobody. */
  readonly card: Extract<ResultCard, { answer: "held" }>;
  /** What comes first after what becomes of the alert. */
  readonly next: ReactNode;
}

/** What becomes of each alert, as it happens; talking to the duty team; saying what becomes of the child. */
export function AfterAnswer({ card, next }: AfterAnswerProps): ReactElement {
  return card.mode === "unscheduled" ? (
    <AfterHeld card={card} next={next} />
  ) : (
    <AfterSilentPart card={card} />
  );
}

function AfterHeld({ card, next }: AfterAnswerProps): ReactElement {
  const watched = useAlertProgress(card.lookupId);
  const alerts = watched.alerts ?? [];
  const [first] = alerts;

  return (
    <WatchedPart>
      <AlertLines {...watched} />
      {next}
      {first !== undefined && <VisitPanel card={card} visit={first.visit} />}
      {alerts.map(({ alertId, authorityName, messages }) => (
        <Conversation
          key={alertId}
          alertId={alertId}
          partner={authorityName}
          side="crew"
          messages={messages}
        />
      ))}
      <CopyLine line={recordLine(card, alerts)} />
    </WatchedPart>
  );
}
