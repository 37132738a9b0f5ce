"use client";

import type { ReactElement } from "react";
import { Details } from "@/app/_ui/details";
import { LiveLine } from "@/app/_ui/live-line";
import type { AlertStage } from "@/server/domain/alert/alert-progress";

interface AlertLinesProps {
  /** Undefined until the first news. */
  readonly alerts: readonly ShownAlert[] | undefined;
  readonly isConnected: boolean;
  readonly hasEnded: boolean;
}

interface ShownAlert {
  readonly alertId: string;
  readonly authorityName: string;
  readonly reference: string;
  readonly line: string;
  readonly attempts: readonly string[];
  readonly progress: { readonly stage: AlertStage };
}

/** What becomes of each alert, as it happens. */
export function AlertLines({ alerts, isConnected, hasEnded }: AlertLinesProps): ReactElement {
  return (
    <section aria-label="Alert to the authority">
      {alerts === undefined && <LiveLine tone="waiting">The authority is being told…</LiveLine>}
      {alerts?.map((alert) => (
        <div key={alert.alertId}>
          <LiveLine tone={toneOf(alert.progress.stage)}>
            {alert.authorityName}: {alert.line} Reference {alert.reference}.
          </LiveLine>
          <Attempts attempts={alert.attempts} />
        </div>
      ))}
      {!isConnected && !hasEnded && (
        <LiveLine tone="problem">
          No connection. The alert goes on; this line does not. Ring if it is urgent.
        </LiveLine>
      )}
      {hasEnded && (
        <LiveLine tone="problem">You have been signed out. The alert goes on without this line.</LiveLine>
      )}
    </section>
  );
}

function Attempts({ attempts }: { readonly attempts: readonly string[] }): ReactElement | null {
  if (attempts.length === 0) return null;
  return (
    <Details summary={`How they were told (${String(attempts.length)})`}>
      <ul>
        {attempts.map((attempt, place) => (
          <li key={place}>{attempt}</li>
        ))}
      </ul>
    </Details>
  );
}

function toneOf(stage: AlertStage): "waiting" | "done" | "problem" {
  if (stage === "taken" || stage === "closed" || stage === "withdrawn") return "done";
  return stage === "unreached" ? "problem" : "waiting";
}
