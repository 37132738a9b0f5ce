import {
  rowKinds,
  type AlertRow,
  type LookupRow,
  type MissedRow,
  type ReferralRow,
} from "@/server/domain/insight/rows/row-kinds";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { stepOf, type RowsBehind } from "@/server/vocabulary/counted-rows";
import { appointmentKindWords } from "@/server/vocabulary/missed-appointment";

/** The columns of the page of rows, and no others: what is not shown there is in no file either. */
export function rowHeadings(behind: RowsBehind): readonly string[] {
  switch (behind.of) {
    case "lookups":
      return ["asked (UTC)", "care setting", "organisation", "kind", "answer"];
    case "alerts":
      return [
        "reference",
        "raised (UTC)",
        "authority",
        "care setting",
        "organisation",
        "shown (UTC)",
        "taken (UTC)",
        "nobody reached (UTC)",
        `seconds to ${stepOf(behind)}`,
      ];
    case "referrals":
      return ["reference", "made (UTC)", "authority", "organisation", "due (UTC)", "decided (UTC)"];
    case "missed":
      return ["alert", "reported (UTC)", "authority", "care setting", "organisation", "appointment"];
  }
}

/** Rows as the database gave them, as cells under these headings. */
export function rowCells(of: RowsBehind["of"], page: readonly unknown[]): string[][] {
  switch (of) {
    case "lookups":
      return rowKinds.lookups.parse(page).map(lookupCells);
    case "alerts":
      return rowKinds.alerts.parse(page).map(alertCells);
    case "referrals":
      return rowKinds.referrals.parse(page).map(referralCells);
    case "missed":
      return rowKinds.missed.parse(page).map(missedCells);
  }
}

const answerWords = {
  held: "held",
  "none-held": "none held",
  "could-not-check": "could not check",
} as const satisfies Record<AnswerKind, string>;

function lookupCells({ at, setting, organisation, mode, answer }: LookupRow): string[] {
  const kind = mode === "unscheduled" ? "tells the authority" : "silent";
  return [at.toISOString(), setting ?? "", organisation ?? "", kind, answerWords[answer]];
}

function alertCells(row: AlertRow): string[] {
  const times = [row.shown_at, row.taken_at, row.unreached_at].map(inUtc);
  const seconds = row.seconds === null ? "" : String(row.seconds);
  const { reference, at, authority, setting, organisation } = row;
  return [reference, at.toISOString(), authority, setting, organisation, ...times, seconds];
}

function referralCells(row: ReferralRow): string[] {
  const { reference, at, authority, organisation, due_at, decided_at } = row;
  return [reference, at.toISOString(), authority, organisation, due_at.toISOString(), inUtc(decided_at)];
}

function missedCells({ reference, at, authority, setting, organisation, kind }: MissedRow): string[] {
  return [reference, at.toISOString(), authority, setting, organisation, appointmentKindWords[kind]];
}

function inUtc(at: Date | null): string {
  return at?.toISOString() ?? "";
}
