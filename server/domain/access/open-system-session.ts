import type { Work } from "@/server/db/work";
import { openSession, type OpenedSession, type SessionLimits } from "@/server/domain/access/open-session";
import type { ClaimedIdentity } from "@/server/vocabulary/claims";
import type { SessionId } from "@/server/vocabulary/ids";

interface SystemSignIn {
  readonly identity: ClaimedIdentity;
  /** Made of the issuer's session by the door: the same for every token of that session and role. */
  readonly sessionId: SessionId;
  readonly limits: SessionLimits;
}

/**
 * Lets a person in who works in another system, as sign-in would: one of our organisations, kept as a person, on
 * record. Whoever comes twice at once has one session. It does not become idle by itself, since the other system sees
 * to that; it ends when the issuer says so, and after the absolute limit.
 */
export function openSystemSession(work: Work, signIn: SystemSignIn): Promise<OpenedSession> {
  const { identity, sessionId, limits } = signIn;
  return openSession(work, { claims: { kind: "known", identity }, limits, ofSystem: sessionId });
}
