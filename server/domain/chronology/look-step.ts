import type { Step } from "@/server/domain/chronology/chronology";
import type { LookFact, MissedFact } from "@/server/domain/chronology/facts";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { followUpWords, missedBeforeInWords, missedInWords } from "@/server/vocabulary/missed-appointment";
import { roleNames, roles } from "@/server/vocabulary/permission";

/** Who looked at the child's record, where, and why if they said so; or what they reported of the child. */
export function lookStep(look: LookFact): Step {
  const { at, personName, role, organisationName, reason, missed } = look;
  const who = `${personName}, ${roleInWords(role)}, ${organisationName}`;
  if (missed)
    return { at, text: `${who}, ${reportInWords(missed)}`, quote: missed.familyReason, mark: "none" };
  return {
    at,
    text: `${who}, ${didInWords(look)}. Reason: ${reasonInWords(reason)}.`,
    quote: null,
    mark: "none",
  };
}

function didInWords({ arrivedAt }: LookFact): string {
  if (arrivedAt === null) return "looked at the record";
  return `registered that the child arrived (${formatDateTime(arrivedAt)})`;
}

function reportInWords(missed: MissedFact): string {
  const { missedBefore, followUp, isWorried, familyReason } = missed;
  const sentences = [
    `reported that the child ${missedInWords(missed)}`,
    missedBeforeInWords(missedBefore),
    `Done about it: ${followUpWords[followUp].toLowerCase()}`,
    isWorried ? "Worried about the child then" : "",
  ].filter((sentence) => sentence !== "");
  return `${sentences.join(". ")}.${familyReason === null ? "" : " What the family said:"}`;
}

function roleInWords(role: string): string {
  const known = roles.find((candidate) => candidate === role);
  return known === undefined ? role : roleNames[known].toLowerCase();
}

function reasonInWords(reason: string | null): string {
  const known = attendanceReasons.find((candidate) => candidate === reason);
  return known === undefined ? (reason ?? "not said") : attendanceReasonWords[known].toLowerCase();
}
