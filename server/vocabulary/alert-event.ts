export const alertEventKinds = [
  "raised",
  "viewed-again",
  "notified",
  "nobody-on-call",
  "nobody-reachable",
  "shown",
  "opened",
  "acknowledged",
  "escalated",
  "unreached",
  "notice-failed",
] as const;

/** What can happen to an alert. Its state is derived from these rows alone; see docs/alerts.md. */
export type AlertEventKind = (typeof alertEventKinds)[number];
