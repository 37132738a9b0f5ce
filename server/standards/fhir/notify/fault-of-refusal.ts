import type { Fault } from "@/server/standards/fhir/fault";
import { Refusal, type RefusalKind } from "@/server/vocabulary/refusal";

const faults = {
  "not-permitted": { status: 403, type: "forbidden" },
  invalid: { status: 400, type: "invalid" },
  conflict: { status: 409, type: "conflict" },
  "not-found": { status: 404, type: "not-found" },
  "too-often": { status: 429, type: "throttled" },
  unavailable: { status: 503, type: "transient" },
} as const satisfies Record<RefusalKind, Pick<Fault, "status" | "type">>;

/** A refusal to an authority's system, in FHIR; of anything unforeseen only that it did not work. Pure. */
export function faultOfRefusal(cause: unknown): Fault {
  if (cause instanceof Refusal) return { ...faults[cause.kind], words: cause.message };
  return { status: 500, type: "exception", words: "That did not work, and nothing was changed. Try again." };
}

/** The caller's token opens nothing. */
export const unknownSystem: Fault = {
  status: 401,
  type: "login",
  words: "This door opens with the bearer token of an authority.",
  headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
};
