import { permissions } from "@/server/vocabulary/permission";

/** Everything that can stand in the audit as an action: what needs a permission, and coming and going. */
export const auditedActions = [
  ...permissions,
  "session:open",
  "session:close",
  "card:feedback",
  "notice:read",
  "system:sign-in",
  "retention:remove",
  "organisation:follow",
] as const;
export type AuditedAction = (typeof auditedActions)[number];

export const auditOutcomes = ["done", "refused", "failed"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What was done, in plain words. */
export const actionWords = {
  "child:look-up": "Looked a child up",
  "child:look-up-silently": "Looked a child up silently",
  "card:read": "Looked at a card again",
  "card:hand-over": "Handed a card to a crew",
  "card:receive": "Said on which vehicle they are, or opened a card that was handed to them",
  "person:search": "Searched for a person by name",
  "person:open-record": "Took a person over from another system's record",
  "setting:choose": "Chose where they work",
  "practice:run": "Practised with pretend children",
  "alert:read": "Looked at alerts",
  "alert:acknowledge": "Took an alert, or said “not me”",
  "alert:hand-over": "Handed an alert on",
  "alert:close": "Said what came of an alert",
  "message:send": "Wrote to the other side of an alert",
  "visit:record": "Recorded what became of a child who was seen",
  "appointment:report-missed": "Reported a missed appointment, or took that back",
  "referral:make": "Made a referral",
  "referral:read": "Looked at referrals",
  "referral:decide": "Decided on a referral",
  "drill:run": "Ran a practice alert",
  "chronology:read": "Read the chronology of a child",
  "device:keep": "Changed what a phone is told",
  "feed:send": "Sent an authority's list",
  "feed:read": "Looked at an authority's lists",
  "register:correct": "Corrected an authority's register",
  "feed-token:manage": "Managed the tokens of an authority's system",
  "webhook:manage": "Managed where an authority's case system is told",
  "rota:read": "Looked at a rota",
  "rota:change": "Changed a rota",
  "shift:change": "Changed who has a shift",
  "reach:check": "Looked whether people on a rota can be reached",
  "insight:read": "Looked at figures",
  "insight:read-children": "Looked at which children are seen often",
  "digest:choose": "Asked for or stopped weekly e-mails, or was sent one",
  "tonight:read": "Looked whether tonight can be trusted",
  "tonight:read-all": "Looked whether tonight can be trusted anywhere",
  "quality:read": "Looked how good lists are",
  "uptake:read": "Looked whether Lantern is used as before",
  "drill:read": "Looked how practice alerts went",
  "audit:search": "Searched the audit",
  "looks:read": "Opened the record of who looked at one NHS number",
  "looks:export": "Took the record of who looked away as a file",
  "review:read": "Looked through unusual looks",
  "review:decide": "Decided whether a look was proportionate",
  "review:answer": "Read or answered why they looked",
  "session:read": "Asked who is signed in",
  "session:open": "Signed in",
  "session:close": "Signed out",
  "card:feedback": "Another system told what its user did with a card",
  "notice:read": "An authority's case system read a notice",
  "system:sign-in": "An authority's system signed in with its own key",
  "retention:remove": "Removed what was older than it is kept",
  "organisation:follow": "Stated which organisation followed another",
} as const satisfies Record<AuditedAction, string>;

export const outcomeWords = {
  done: "Done",
  refused: "Refused",
  failed: "Failed",
} as const satisfies Record<AuditOutcome, string>;

/** The action in plain words; an action that this version does not know is shown as it is. */
export function describeAction(action: string): string {
  return Object.entries(actionWords).find(([known]) => known === action)?.[1] ?? action;
}
