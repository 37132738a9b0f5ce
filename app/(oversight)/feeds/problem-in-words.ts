import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";

/**
 * Does it and gives its result, or says in words for the person in front of the screen why not. Somebody whose session
 * has ended is sent to sign in first.
 */
export async function orProblem<Result>(
  act: () => Promise<Result>,
  next: string,
): Promise<{ readonly value: Result } | { readonly problem: string }> {
  try {
    return { value: await act() };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect(`/sign-in?next=${next}`);
    const isOurs = refusals.some((code) => code === error.code);
    return {
      problem: isOurs ? error.message : "This could not be done, and nothing was changed. Try again.",
    };
  }
}

/** Refusals are written for the person in front of the screen; other errors are not. */
const refusals = ["FORBIDDEN", "CONFLICT", "BAD_REQUEST", "NOT_FOUND"] as const;
