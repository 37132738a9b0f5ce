"use client";

import { useState, type ReactElement } from "react";
import { MissedForm } from "./missed-form";
import { ReportedMissed } from "./reported-missed";
import { AlertLines } from "@/app/(crew)/check/alert-lines";
import { recordLine } from "@/app/(crew)/check/record-line";
import { useAlertProgress } from "@/app/(crew)/check/use-alert-progress";
import { CopyLine } from "@/app/(crew)/check/visit/copy-line";
import { Conversation } from "@/app/_messages/conversation";
import { WatchedPart } from "@/app/_trpc/watched-part";
import { Details } from "@/app/_ui/details";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AfterSilentAnswerProps {
  readonly card: Extract<ResultCard, { answer: "held" }>;
}

/** Nobody was told; unless the clinician reports that the child was not brought, and then what becomes of that. */
export function AfterSilentAnswer({ card }: AfterSilentAnswerProps): ReactElement {
  const [reports, setReports] = useState(0);
  // Watched anew after a report: its alerts are not among those that were watched for.
  const watched = useAlertProgress(card.lookupId, reports);
  const alerts = watched.alerts ?? [];
  const [first] = alerts;

  if (first === undefined && reports === 0) {
    return (
      <WatchedPart>
        <p>This check was silent: it is on record, and nobody was told.</p>
        <Details summary="Report: was not brought">
          <MissedForm
            lookupId={card.lookupId}
            onReported={() => {
              setReports(reports + 1);
            }}
          />
        </Details>
      </WatchedPart>
    );
  }
  return (
    <WatchedPart>
      {/* That there was none before the report is no news of it. */}
      <AlertLines {...watched} alerts={first && alerts} />
      {first?.missed && <ReportedMissed lookupId={card.lookupId} missed={first.missed} />}
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
