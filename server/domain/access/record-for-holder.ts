import type { Work } from "@/server/db/work";
import { findSessionActor } from "@/server/domain/access/find-session-actor";
import { recordAudit, type AuditEntry } from "@/server/domain/audit/record-audit";
import type { SessionId } from "@/server/vocabulary/ids";

/**
 * Puts on record what happened to a session, in the name of the person whose session it is, so that the privacy
 * officer of their organisation finds it, whoever caused it.
 */
export async function recordForHolder(work: Work, sessionId: SessionId, entry: AuditEntry): Promise<void> {
  const found = await findSessionActor(work.tx, sessionId, work.now);
  const holder = found.state === "unknown" ? work : { ...work, actor: found.actor };
  await recordAudit(holder, { ...entry, concerns: sessionId });
}
