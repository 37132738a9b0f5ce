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
  if (!isProcedureError(error) || error.data === null || error.data === undefined) return "could-not-check";

  switch (error.data.code) {
    case "UNAUTHORIZED":
      return { message: "You have been signed out, and nothing was checked.", remedy: "sign-in" };
    case "FORBIDDEN":
    case "CONFLICT":
    case "TOO_MANY_REQUESTS":
      return { message: error.message, remedy: "mend" };
    case "BAD_REQUEST":
      return { message: "The service did not accept this. Check the number and the telephone number.", remedy: "mend" };
    default:
      return "could-not-check";
  }
}
