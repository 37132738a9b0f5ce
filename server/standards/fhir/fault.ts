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

const faultsOfRefusals = {
  "not-permitted": accessDenied,
  invalid: invalidSearch,
  conflict: (words) => ({ status: 409, type: "conflict", words }),
  "not-found": (words) => ({ status: 404, type: "not-found", words }),
  "too-often": (words) => ({ status: 429, type: "throttled", words }),
  unavailable: (words) => ({ status: 503, type: "transient", words: `${words} ${notNone}` }),
} as const satisfies Record<RefusalKind, (words: string) => Fault>;

/** A refusal in this door's dialect; of anything unforeseen only that it could not be checked. */
export function faultOf(cause: unknown): Fault {
  if (!(cause instanceof Refusal))
    return { status: 500, type: "exception", words: `The service could not check. ${notNone}` };
  const fault: Fault = faultsOfRefusals[cause.kind](cause.message);
  if (cause.waitSeconds === undefined) return fault;
  return { ...fault, headers: { "Retry-After": String(cause.waitSeconds) } };
}
