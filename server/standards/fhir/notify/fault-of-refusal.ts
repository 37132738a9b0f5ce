import { plainFault, type Fault } from "@/server/standards/fhir/fault";
import { Refusal } from "@/server/vocabulary/refusal";

/** A refusal to an authority's system, in FHIR; of anything unforeseen only that it did not work. Pure. */
export function faultOfRefusal(cause: unknown): Fault {
  if (cause instanceof Refusal) return plainFault(cause);
  return { status: 500, type: "exception", words: "That did not work, and nothing was changed. Try again." };
}

/** The caller's token opens nothing. */
export const unknownSystem: Fault = {
  status: 401,
  type: "login",
  words: "This door opens with the bearer token of an authority.",
  headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
};
