import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { createContext } from "@/server/api/context";
import { createCaller } from "@/server/api/root";
import { runningService } from "@/server/api/service";
import { sessionIdOf } from "@/server/api/session-of-request";
import { sessionMarkerOf } from "@/server/api/session-marker";
import type { PhonePerson } from "@/app/_pwa/phone/phone-session";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo, roleNames } from "@/server/vocabulary/permission";

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

/** Whether anybody is signed in. */
export async function isSignedIn(): Promise<boolean> {
  return (await pageContext()).session.state === "open";
}

/** By what a phone tells this session from another. */
export function markerOf(actor: PersonActor): string {
  return sessionMarkerOf(actor.sessionId);
}

/** What the phone keeps, sealed, to say without a connection whose it is and how they ask. */
export async function ownPhonePerson(actor: PersonActor): Promise<PhonePerson> {
  const { name, role, organisationName: organisation, careSettingName } = actor;
  const person = { name, role: roleNames[role], organisation };
  if (!mayDo(role, "setting:choose") || careSettingName === undefined) return person;
  const mode = mayDo(role, "child:look-up") ? "unscheduled" : "scheduled";
  const controlRoomNumber = await (await caller()).session.controlRoom();
  return { ...person, asks: { mode, careSettingName, controlRoomNumber } };
}

const pageContext = cache(async () => {
  const service = runningService();
  const sessionId = sessionIdOf(await headers(), service.configuration);
  return createContext(service, sessionId, new Date());
});
