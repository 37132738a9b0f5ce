import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordForHolder } from "@/server/domain/access/record-for-holder";
import { signInProviders, type SignInProvider } from "@/server/vocabulary/claims";
import type { SessionId } from "@/server/vocabulary/ids";

const Ended = z.array(z.object({ issuer: z.enum(signInProviders), issuer_token: z.string().nullable() }));

export interface EndedSession {
  /** Who vouched for the person, so that the session there can be ended too. */
  readonly issuer: SignInProvider;
  /** The issuer's own token, by which it knows its session. */
  readonly issuerToken: string | undefined;
}

/** Ends one session from this instant on and puts it on record. One that had ended stays as it is: undefined. */
export async function endSession(
  work: Work,
  sessionId: SessionId,
  endedBy: "signed-out" | "back-channel" | "replaced",
): Promise<EndedSession | undefined> {
  const rows: unknown = await work.tx.$queryRaw`
    update session set ended_at = ${work.now}, ended_by = ${endedBy}, issuer_token = null
    where id = ${sessionId}::uuid and ended_at is null
    returning old.issuer_token, (select issuer from person where person.id = session.person_id)`;
  const [ended] = Ended.parse(rows);
  if (ended === undefined) return undefined;

  await recordForHolder(work, sessionId, { action: "session:close", outcome: "done", detail: endedBy });
  return { issuer: ended.issuer, issuerToken: ended.issuer_token ?? undefined };
}
