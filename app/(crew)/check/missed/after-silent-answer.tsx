"use client";

import { useState, type ReactElement } from "react";
import { MissedForm } from "./missed-form";
import { ReportedMissed } from "./reported-missed";
import { AlertLines } from "@/app/(crew)/check/alert-lines";
import { recordLine } from "@/app/(crew)/check/record-line";
import { useAlertProgress } from "@/app/(crew)/check/use-alert-progress";
import { CopyLine } from "@/app/(crew)/check/visit/copy-line";
import { Conversation } from "@/app/_messages/conversation";
import { Details } from "@/app/_ui/details";
import type { ResultCard } from "@/server/vocabulary/result-card";

interface AfterSilentAnswerProps {
  readonly card: Extract<ResultCard, { answer: "held" }>;
}

/** Nobody was told; unless the clinician reports that the child was not brought, and then what becomes of that. */
export function AfterSilentAnswer({ card }: AfterSilentAnswerProps): ReactElement {
  // Watched anew after a report: its alerts are not among those that were watched for.
  const [reports, setReports] = useState(0);
  return (
    <Watching
      key={reports}
      card={card}
      hasJustReported={reports > 0}
      onReported={() => {
        setReports(reports + 1);
      }}
    />
  );
}

interface WatchingProps extends AfterSilentAnswerProps {
  readonly hasJustReported: boolean;
  readonly onReported: () => void;
}

function Watching({ card, hasJustReported, onReported }: WatchingProps): ReactElement {
  const watched = useAlertProgress(card.lookupId);
  const alerts = watched.alerts ?? [];
  const [first] = alerts;

  if (first === undefined && !hasJustReported) {
    return (
      <>
        <p>This check was silent: it is on record, and nobody was told.</p>
        <Details summary="Report: was not brought">
          <MissedForm lookupId={card.lookupId} onReported={onReported} />
        </Details>
      </>
    );
  }
  return (
    <>
      <AlertLines {...watched} />
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
    </>
  );
}
