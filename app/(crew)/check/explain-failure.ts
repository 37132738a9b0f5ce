import { isProcedureError } from "@/app/_trpc/browser";

/** A question that the service refused, for a reason that the person can do something about. */
export interface Failure {
  readonly message: string;
  /** What helps: mend the number, sign in, or choose the setting. */
  readonly remedy: "mend" | "sign-in";
}

/**
 * What a failed question means. Only what the service itself refused in so many words is a refusal; everything else,
 * from a lost signal to an answer that is not ours, is *could not check*.
 */
export function explainFailure(error: unknown): Failure | "could-not-check" {
  if (!isProcedureError(error)) return "could-not-check";
  const refused = refusals[error.data?.code ?? ""];
  return refused === undefined ? "could-not-check" : refused(error.message);
}

const refusals: Readonly<Record<string, (message: string) => Failure>> = {
  UNAUTHORIZED: () => ({ message: "You have been signed out, and nothing was checked.", remedy: "sign-in" }),
  FORBIDDEN: (message) => ({ message, remedy: "mend" }),
  CONFLICT: (message) => ({ message, remedy: "mend" }),
  TOO_MANY_REQUESTS: (message) => ({ message, remedy: "mend" }),
  BAD_REQUEST: () => ({
    message: "The service did not accept this. Check the number and the telephone number.",
    remedy: "mend",
  }),
};
