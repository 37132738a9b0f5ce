import type { OperationOutcome, OperationOutcomeIssue } from "fhir/r4";
import type { Fault, NationalCode } from "@/server/standards/fhir/fault";

const system = "https://fhir.nhs.uk/CodeSystem/England-SpineErrorOrWarningCode";

const displays = {
  INVALID_SEARCH_DATA: "Invalid NHS number",
  PRECONDITION_FAILED: "Missing or invalid head parameter",
  ACCESS_DENIED: "Access has been denied to process this request",
} as const satisfies Record<NationalCode, string>;

/** A fault as a FHIR resource. Pure. */
export function operationOutcome({ type, national, words }: Fault): OperationOutcome {
  return {
    resourceType: "OperationOutcome",
    issue: [{ ...issueOf("error", type, words), ...detailsOf(national) }],
  };
}

/** What somebody has to know beside an answer. Pure. */
export function informationOutcome(words: readonly string[]): OperationOutcome {
  return {
    resourceType: "OperationOutcome",
    issue: words.map((text) => issueOf("information", "informational", text)),
  };
}

function issueOf(
  severity: OperationOutcomeIssue["severity"],
  code: OperationOutcomeIssue["code"],
  diagnostics: string,
): OperationOutcomeIssue {
  return { severity, code, diagnostics };
}

function detailsOf(national: NationalCode | undefined): Pick<OperationOutcomeIssue, "details"> {
  if (national === undefined) return {};
  return { details: { coding: [{ system, code: national, display: displays[national] }] } };
}
