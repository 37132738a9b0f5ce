import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { runningService } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import type { PersonActor } from "@/server/vocabulary/actor";

/** The procedures, called from a page on the server on behalf of whoever is signed in. */
export async function caller() {
  return createCaller(await pageContext());
}

/**
 * Who is signed in. Where nobody is, or the session has ended, the page gives way to sign-in, which comes back to
 * `path` afterwards. For what a page shows; what it may do is decided by each procedure.
 */
export async function signedInActor(path: string): Promise<PersonActor> {
  const { session } = await pageContext();
  if (session.state !== "open") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return session.actor;
}

const pageContext = cache(async () => {
  const service = runningService();
  const sessionId = sessionIdOf(await headers(), service.configuration);
  return createContext(service, sessionId, new Date());
});
