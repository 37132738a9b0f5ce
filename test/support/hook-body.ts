interface HookBodyChange {
  readonly patient?: unknown;
  readonly hook?: "patient-view" | "encounter-start";
  readonly hookInstance?: string;
  readonly extension?: Readonly<Record<string, string>>;
}

/** The patient of the specification's own example, with this NHS number. */
export function patientWith(nhsNumber: string) {
  return {
    resourceType: "Patient",
    gender: "male",
    birthDate: "1925-12-23",
    id: "1288992",
    active: true,
    identifier: [{ system: "https://fhir.nhs.uk/Id/nhs-number", value: nhsNumber }],
  };
}

/** A call as in the example of the CDS Hooks specification. */
export function makeHookBody({
  patient,
  hook = "patient-view",
  hookInstance = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
  extension,
}: HookBodyChange) {
  return {
    hookInstance,
    fhirServer: "http://hooks.smarthealthit.org:9080",
    hook,
    fhirAuthorization: {
      access_token: "some-opaque-fhir-access-token",
      token_type: "Bearer",
      expires_in: 300,
      scope: "patient/Patient.read patient/Observation.read",
      subject: "cds-service4",
    },
    context: {
      userId: "Practitioner/example",
      patientId: "1288992",
      ...(hook === "encounter-start" && { encounterId: "89284" }),
    },
    prefetch: { patient },
    ...(extension !== undefined && { extension }),
  };
}
