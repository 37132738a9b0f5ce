"use client";

import type { ReactElement } from "react";
import { AlertLines } from "./alert-lines";
import { recordLine } from "./record-line";
import { useAlertProgress } from "./use-alert-progress";
import { CopyLine } from "./visit/copy-line";
import { VisitPanel } from "./visit/visit-panel";
import { Conversation } from "@/app/_messages/conversation";
import type { ResultCard } from "@/server/vocabulary/result-card";

type HeldCard = Extract<ResultCard, { answer: "held" }>;

/** What becomes of each alert, as it happens; talking to the duty team; saying what becomes of the child. */
export function AfterAnswer({ card }: { readonly card: ResultCard }): ReactElement | null {
  // None held told nobody.
  return card.answer === "held" ? <AfterHeld card={card} /> : null;
}

function AfterHeld({ card }: { readonly card: HeldCard }): ReactElement {
  const watched = useAlertProgress(card.lookupId);
  const alerts = watched.alerts ?? [];
  const [first] = alerts;

  return (
    <>
      <AlertLines {...watched} />
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
    </>
  );
}
