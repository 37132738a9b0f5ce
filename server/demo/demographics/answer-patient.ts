import { operationOutcome, patientResource, type StandInPatient } from "@/server/demo/demographics/patient";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";

export interface PatientQuestion {
  readonly nhsNumber: string;
  readonly requestId: string;
  readonly isAllowed: boolean;
}

export interface PatientAnswer {
  readonly status: number;
  readonly body: object;
}

export type FindPatient = (
  nhsNumber: string,
) => Promise<StandInPatient | undefined> | StandInPatient | undefined;

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What PDS answers to `GET /Patient/{nhs number}`. */
export async function answerPatient(question: PatientQuestion, find: FindPatient): Promise<PatientAnswer> {
  if (!question.isAllowed) return refuse(401, "ACCESS_DENIED", "Access denied");
  if (!uuid.test(question.requestId))
    return refuse(400, "MISSING_VALUE", "X-Request-ID is missing or not a UUID");
  const number = parseNhsNumber(question.nhsNumber);
  if (!number.ok) return refuse(400, "INVALID_RESOURCE_ID", "Not a valid NHS number");

  const patient = await find(number.nhsNumber);
  if (patient === undefined || patient.security === "REDACTED") {
    return refuse(404, "RESOURCE_NOT_FOUND", "Resource not found");
  }
  return { status: 200, body: patientResource(patient) };
}

/** An answer that says why there is none. */
export function refuse(status: number, code: string, display: string): PatientAnswer {
  return { status, body: operationOutcome(code, display) };
}
