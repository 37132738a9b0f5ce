import type { ReactElement } from "react";
import { Timeline } from "@/app/_ui/timeline";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import { formatDateTime } from "@/server/vocabulary/london-time";

type AlertEvent = AlertDetail["events"][number];

const words: Readonly<Record<AlertEventKind, (event: AlertEvent) => string>> = {
  raised: () => "Alert raised",
  "viewed-again": () => "Looked up again at the same place",
  notified: ({ personName, rung }) => `${personName ?? "Somebody"} told (rung ${String(rung ?? 1)})`,
  "nobody-on-call": ({ rung }) => `Nobody was on call on rung ${String(rung ?? 1)}`,
  "nobody-reachable": ({ rung }) => `Nobody on rung ${String(rung ?? 1)} could be reached`,
  shown: ({ personName }) => `Shown on the phone of ${personName ?? "somebody"}`,
  opened: ({ personName }) => `Opened by ${personName ?? "somebody"}`,
  acknowledged: ({ personName }) => `Taken by ${personName ?? "somebody"}`,
  escalated: ({ rung }) => `Passed on to rung ${String(rung ?? 1)}`,
  unreached: () => "Nobody took it: the crew was told to ring",
  "notice-failed": ({ personName }) => `${personName ?? "Somebody"} could not be told`,
};

/** The alert's own record, oldest first. */
export function WhatHappened({ events }: { readonly events: readonly AlertEvent[] }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">What happened</h2>
      <Timeline
        events={events.map((event, index) => ({
          id: String(index),
          at: event.happenedAt.toISOString(),
          time: formatDateTime(event.happenedAt),
          text: words[event.kind](event),
          detail: event.note ?? undefined,
          tone: toneOf(event.kind),
        }))}
      />
    </>
  );
}

function toneOf(kind: AlertEventKind): "done" | "problem" | undefined {
  if (kind === "acknowledged") return "done";
  return kind === "unreached" || kind === "notice-failed" || kind.startsWith("nobody-")
    ? "problem"
    : undefined;
}
