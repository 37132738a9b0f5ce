import type { ReactElement } from "react";
import { Timeline } from "@/app/_ui/timeline";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { eventInWords } from "@/app/(duty)/duty/event-words";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** The alert's own record, oldest first. */
export function WhatHappened({ events, kind }: Pick<AlertDetail, "events" | "kind">): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">What happened</h2>
      <Timeline
        events={events.map((event, index) => ({
          id: String(index),
          at: event.happenedAt.toISOString(),
          time: formatDateTime(event.happenedAt),
          text: eventInWords(event, kind),
          detail: event.detail ?? event.note ?? undefined,
          tone: toneOf(event.kind),
        }))}
      />
    </>
  );
}

const good: readonly AlertEventKind[] = ["acknowledged", "accepted", "closed"];
const bad: readonly AlertEventKind[] = [
  "unreached",
  "notice-failed",
  "not-shown",
  "nobody-on-call",
  "nobody-reachable",
  "nobody-alarmed",
  "wrong-child",
];

function toneOf(kind: AlertEventKind): "done" | "problem" | undefined {
  if (good.includes(kind)) return "done";
  return bad.includes(kind) ? "problem" : undefined;
}
