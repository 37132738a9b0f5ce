import { randomUUID } from "node:crypto";

/** A person as demographics knows them. */
export interface StandInPatient {
  readonly nhsNumber: string;
  readonly names: readonly { readonly familyName: string; readonly givenNames: readonly string[] }[];
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** Left out of most invented people, who fit either. */
  readonly gender?: "female" | "male";
  /** Only of those who have a home. */
  readonly postcode?: string;
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
  const identity = identityOf(patient);
  if (security !== "U") return identity;
  return { ...identity, name: names.map(nameResource), birthDate: dateOfBirth };
}

/**
 * The same as much as a search gives: the name in use and, unless the record is restricted, the home; of a very restricted
 * one not even the name.
 */
export function foundResource(patient: StandInPatient) {
  const { names, dateOfBirth, gender = "unknown", postcode, security = "U" } = patient;
  const found = { ...identityOf(patient), gender, birthDate: dateOfBirth };
  const name = names.slice(0, 1).map(nameResource);
  if (security === "V") return found;
  if (security === "R") return { ...found, name, address: [] };
  const address = postcode === undefined ? [] : [{ id: "1", use: "home", postalCode: postcode }];
  return { ...found, name, address };
}

function identityOf({ nhsNumber, supersededBy, security = "U" }: StandInPatient) {
  const id = supersededBy ?? nhsNumber;
  const label = {
    system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    code: security,
    display: securityWords[security],
  };
  return {
    resourceType: "Patient",
    id,
    meta: { versionId: "1", security: [label] },
    identifier: [{ system: numberSystem, value: id }],
  };
}

function nameResource({ familyName, givenNames }: StandInPatient["names"][number], index: number) {
  return {
    id: String(index + 1),
    use: index === 0 ? "usual" : "old",
    family: familyName,
    given: givenNames,
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
