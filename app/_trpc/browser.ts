import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { pageMarker } from "@/app/_pwa/phone/page-marker";
import { sessionMarkerHeader } from "@/server/vocabulary/session-marker";
import type { AppRouter } from "@/server/api/root";

export const procedureUrl = "/api/trpc";

/** The procedures, called from the browser. Nothing that was answered is kept: there is no cache here. */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    // One request for each question: a slow one never holds up another.
    httpLink({ url: procedureUrl, transformer: superjson, headers: ofThisSession }),
  ],
});

/** A page that was made for one person asks nothing in the name of another who has signed in beside it. */
function ofThisSession(): Record<string, string> {
  const marker = pageMarker();
  return marker === undefined ? {} : { [sessionMarkerHeader]: marker };
}

/** An error of a procedure, with what the service said about it. */
export type ProcedureError = TRPCClientError<AppRouter>;

export function isProcedureError(error: unknown): error is ProcedureError {
  return error instanceof TRPCClientError;
}
