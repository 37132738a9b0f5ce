import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";

/**
 * Does it, and says in words for the person in front of the screen why not; undefined if it was done. Somebody whose
 * session has ended is sent to sign in first.
 */
export async function problemInWords(act: () => Promise<unknown>, next: string): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect(`/sign-in?next=${next}`);
    return isOurs(error) ? error.message : "This could not be done, and nothing was changed. Try again.";
  }
}

/** Refusals are written for the person in front of the screen; other errors are not. */
function isOurs({ code }: TRPCError): boolean {
  return code === "FORBIDDEN" || code === "CONFLICT" || code === "BAD_REQUEST" || code === "NOT_FOUND";
}
