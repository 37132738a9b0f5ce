export const alertEventKinds = [
  "raised",
  "viewed-again",
  "new-setting",
  "missed-again",
  "unidentified",
  "worried",
  "deferred",
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
  "born",
  "reviewed",
  "departed",
  "summary",
  "referred",
  "decided",
] as const;

/** The events that are looks at the record, or reports made from one; the database has them as `lantern_is_look`. */
export const lookKinds = ["raised", "viewed-again", "new-setting", "missed-again"] as const;

/** Whether this event is somebody's look at the child's record. */
export function isLook({ kind }: { readonly kind: string }): boolean {
  return lookKinds.some((one) => one === kind);
}

/** What can happen to an alert. Its state is derived from these rows alone; see docs/alerts.md. */
export type AlertEventKind = (typeof alertEventKinds)[number];
