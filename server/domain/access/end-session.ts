import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordForHolder } from "@/server/domain/access/record-for-holder";
import type { SessionId } from "@/server/vocabulary/ids";

const Ended = z.array(z.object({ issuer_token: z.string().nullable() }));

export interface EndedSession {
  /** The issuer's own token, with which its session can be ended too. */
  readonly issuerToken: string | undefined;
}

/** Ends one session from this instant on and puts it on record; one that has ended stays as it is. */
export async function endSession(
  work: Work,
  sessionId: SessionId,
  endedBy: "signed-out" | "back-channel" | "replaced",
): Promise<EndedSession> {
  const rows: unknown = await work.tx.$queryRaw`
    update session set ended_at = ${work.now}, ended_by = ${endedBy}, issuer_token = null
    where id = ${sessionId}::uuid and ended_at is null
    returning old.issuer_token`;
  const [ended] = Ended.parse(rows);
  if (ended === undefined) return { issuerToken: undefined };

  await recordForHolder(work, sessionId, { action: "session:close", outcome: "done", detail: endedBy });
  return { issuerToken: ended.issuer_token ?? undefined };
}
