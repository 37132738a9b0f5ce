import { Refusal, type RefusalKind } from "@/server/vocabulary/refusal";

/** Codes of the national interface; other faults have none there. */
export type NationalCode = "INVALID_SEARCH_DATA" | "PRECONDITION_FAILED" | "ACCESS_DENIED";

/** FHIR's own words for what went wrong (value set issue-type). */
type IssueType =
  | "invalid"
  | "forbidden"
  | "login"
  | "not-supported"
  | "not-found"
  | "conflict"
  | "throttled"
  | "transient"
  | "exception";

/** Why there is no answer. */
export interface Fault {
  readonly status: number;
  readonly type: IssueType;
  readonly national?: NationalCode;
  /** What is wrong and what to do, without anybody's personal data. */
  readonly words: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function invalidSearch(words: string): Fault {
  return { status: 400, type: "invalid", national: "INVALID_SEARCH_DATA", words };
}

export function invalidBody(words: string): Fault {
  return { status: 400, type: "invalid", words };
}

export function badHeader(words: string): Fault {
  return { status: 400, type: "invalid", national: "PRECONDITION_FAILED", words };
}

export function accessDenied(words: string): Fault {
  return { status: 403, type: "forbidden", national: "ACCESS_DENIED", words };
}

export function unknownCaller(words: string): Fault {
  const headers = { "WWW-Authenticate": 'Bearer error="invalid_token"' };
  return { status: 401, type: "login", national: "ACCESS_DENIED", words, headers };
}

const notNone = "That is not the same as none held: try again, or ring the duty team.";

const refusals = {
  "not-permitted": { status: 403, type: "forbidden" },
  invalid: { status: 400, type: "invalid" },
  conflict: { status: 409, type: "conflict" },
  "not-found": { status: 404, type: "not-found" },
  "too-often": { status: 429, type: "throttled" },
  unavailable: { status: 503, type: "transient" },
} as const satisfies Record<RefusalKind, Pick<Fault, "status" | "type">>;

/** A refusal in FHIR's own words, with how long to wait where that is known. Pure. */
export function plainFault({ kind, message, waitSeconds }: Refusal): Fault {
  const fault = { ...refusals[kind], words: message };
  return waitSeconds === undefined ? fault : { ...fault, headers: { "Retry-After": String(waitSeconds) } };
}

/** What the national interface has a code for. */
const nationalCodes: Partial<Record<RefusalKind, NationalCode>> = {
  "not-permitted": "ACCESS_DENIED",
  invalid: "INVALID_SEARCH_DATA",
};

/** A refusal of a look in the national dialect; of anything unforeseen only that it could not be checked. Pure. */
export function faultOf(cause: unknown): Fault {
  if (!(cause instanceof Refusal))
    return { status: 500, type: "exception", words: `The service could not check. ${notNone}` };
  const fault = plainFault(cause);
  const national = nationalCodes[cause.kind];
  const words = cause.kind === "unavailable" ? `${fault.words} ${notNone}` : fault.words;
  return { ...fault, words, ...(national !== undefined && { national }) };
}
