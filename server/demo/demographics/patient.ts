import { randomUUID } from "node:crypto";

/** A person as demographics knows them. */
export interface StandInPatient {
  readonly nhsNumber: string;
  readonly names: readonly { readonly familyName: string; readonly givenNames: readonly string[] }[];
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** U where it is left out: unrestricted. A redacted patient is answered as if there were none. */
  readonly security?: "U" | "R" | "V" | "REDACTED";
  /** The number that has replaced this one: the patient who is answered has it. */
  readonly supersededBy?: string;
}

const securityWords = {
  U: "unrestricted",
  R: "restricted",
  V: "very restricted",
  REDACTED: "redacted",
} as const;
const numberSystem = "https://fhir.nhs.uk/Id/nhs-number";

/** The FHIR R4 resource of a patient, with as much of it as PDS gives for one number. */
export function patientResource(patient: StandInPatient) {
  const { names, dateOfBirth, security = "U" } = patient;
  const id = patient.supersededBy ?? patient.nhsNumber;
  const meta = {
    versionId: "1",
    security: [
      {
        system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
        code: security,
        display: securityWords[security],
      },
    ],
  };
  if (security !== "U")
    return { resourceType: "Patient", id, meta, identifier: [{ system: numberSystem, value: id }] };
  return {
    resourceType: "Patient",
    id,
    meta,
    identifier: [{ system: numberSystem, value: id }],
    name: names.map(({ familyName, givenNames }, index) => ({
      id: String(index + 1),
      use: index === 0 ? "usual" : "old",
      family: familyName,
      given: givenNames,
    })),
    birthDate: dateOfBirth,
  };
}

/** What went wrong, as PDS says it. */
export function operationOutcome(code: string, display: string) {
  const coding = [
    { system: "https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode", version: "1", code, display },
  ];
  return {
    resourceType: "OperationOutcome",
    id: randomUUID(),
    issue: [{ severity: "error", code: "value", details: { coding } }],
  };
}
