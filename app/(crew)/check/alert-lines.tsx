"use client";

import type { ReactElement } from "react";
import type { Watched } from "./use-alert-progress";
import { LiveLine } from "@/app/_ui/live-line";
import type { AlertStage } from "@/server/domain/alert/alert-progress";

/** What becomes of each alert, as it happens. */
export function AlertLines({ alerts, isConnected, hasEnded }: Watched): ReactElement {
  return (
    <section aria-label="Alert to the authority">
      {alerts === undefined && <LiveLine tone="waiting">The authority is being told…</LiveLine>}
      {alerts?.map((alert) => (
        <LiveLine key={alert.alertId} tone={toneOf(alert.progress.stage)}>
          {alert.authorityName}: {alert.line} Reference {alert.reference}.
        </LiveLine>
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

function toneOf(stage: AlertStage): "waiting" | "done" | "problem" {
  if (stage === "taken" || stage === "closed" || stage === "withdrawn") return "done";
  return stage === "unreached" ? "problem" : "waiting";
}
