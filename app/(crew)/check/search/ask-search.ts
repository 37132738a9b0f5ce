import { isProcedureError, trpc } from "@/app/_trpc/browser";
import type { SearchAnswer } from "@/server/vocabulary/search-answer";
import type { TypedSearch } from "@/server/vocabulary/search-terms";

/** What a search came to, on this phone. */
export type SearchOutcome =
  | SearchAnswer
  | { readonly kind: "no-signal" }
  | { readonly kind: "signed-out" }
  /** In the words of the service, which say what to do. */
  | { readonly kind: "refused"; readonly message: string };

/** Longer than the service itself waits for demographics. */
const patienceMilliseconds = 15_000;

/** Searches by name. Whatever is not an answer of the service is "could not search", and never "nobody". */
export async function askSearch(typed: TypedSearch): Promise<SearchOutcome> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    return await trpc.person.search.mutate(typed, { signal });
  } catch (error) {
    return outcomeOf(error);
  }
}

const spoken = ["FORBIDDEN", "CONFLICT", "TOO_MANY_REQUESTS", "BAD_REQUEST"];

function outcomeOf(error: unknown): SearchOutcome {
  const code = isProcedureError(error) ? (error.data?.code ?? "") : "";
  if (code === "UNAUTHORIZED") return { kind: "signed-out" };
  if (isProcedureError(error) && spoken.includes(code)) return { kind: "refused", message: error.message };
  return { kind: navigator.onLine ? "could-not-search" : "no-signal" };
}
