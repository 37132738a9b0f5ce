import type { LaunchOnTheWay } from "@/server/api/launch/launch-cookie";
import type { Service } from "@/server/api/service";
import { findSessionActor, type FoundSession } from "@/server/domain/access/find-session-actor";
import type { SessionId } from "@/server/vocabulary/ids";

/** What every procedure starts from: the service, who knocks, and at what time. */
export interface Context {
  readonly service: Service;
  readonly session: FoundSession;
  readonly now: Date;
  /** The launch from another system's record that this browser is on. */
  readonly launch?: LaunchOnTheWay | undefined;
}

/** `sessionId` comes from the sealed cookie; undefined where nobody is signed in. */
export async function createContext(
  service: Service,
  sessionId: SessionId | undefined,
  now: Date,
): Promise<Context> {
  const session: FoundSession =
    sessionId === undefined ? { state: "unknown" } : await findSessionActor(service.database, sessionId, now);

  return { service, session, now };
}
