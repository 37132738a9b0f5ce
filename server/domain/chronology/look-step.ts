import type { Step } from "@/server/domain/chronology/chronology";
import type { LookFact } from "@/server/domain/chronology/facts";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { roleNames, roles } from "@/server/vocabulary/permission";

/** Who looked at the child's record, where, and why if they said so. */
export function lookStep({ at, personName, role, organisationName, reason }: LookFact): Step {
  const who = `${personName}, ${roleInWords(role)}, ${organisationName}`;
  return {
    at,
    text: `${who}, looked at the record. Reason: ${reasonInWords(reason)}.`,
    quote: null,
    mark: "none",
  };
}

function roleInWords(role: string): string {
  const known = roles.find((candidate) => candidate === role);
  return known === undefined ? role : roleNames[known].toLowerCase();
}

function reasonInWords(reason: string | null): string {
  const known = attendanceReasons.find((candidate) => candidate === reason);
  return known === undefined ? (reason ?? "not said") : attendanceReasonWords[known].toLowerCase();
}
