export const alertEventKinds = [
  "raised",
  "viewed-again",
  "notified",
  "nobody-on-call",
  "nobody-reachable",
  "notice-failed",
  "not-shown",
  "shown",
  "opened",
  "declined",
  "escalated",
  "unreached",
  "alarmed",
  "nobody-alarmed",
  "acknowledged",
  "offered",
  "accepted",
  "promised",
  "closed",
  "reopened",
  "child-seen",
  "not-there",
  "wrong-child",
  "reviewed",
  "departed",
  "summary",
  "referred",
  "decided",
] as const;

/** What can happen to an alert. Its state is derived from these rows alone; see docs/alerts.md. */
export type AlertEventKind = (typeof alertEventKinds)[number];

/** Which events only bear on the child or the papers, and leave the alert where it is. */
export const asideKinds: ReadonlySet<AlertEventKind> = new Set([
  "viewed-again",
  "child-seen",
  "not-there",
  "reviewed",
  "departed",
  "summary",
  "referred",
  "decided",
]);
