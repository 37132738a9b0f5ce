import { z } from "zod";
import type { Work } from "@/server/db/work";
import { endSession } from "@/server/domain/access/end-session";
import type { SignInProvider } from "@/server/vocabulary/claims";
import { SessionId } from "@/server/vocabulary/ids";

export interface IssuerSignOut {
  readonly issuer: SignInProvider;
  /** The issuer's own session, if it named one; otherwise every session of the person is meant. */
  readonly issuerSessionId: string | undefined;
  readonly subject: string | undefined;
  /** When the issuer said so: a message that arrives late must not end a newer session. */
  readonly saidAt: Date;
}

/** Ends the sessions that an issuer says are over, and answers how many there were. */
export async function closeSessionsOfIssuer(work: Work, signOut: IssuerSignOut): Promise<number> {
  const { issuer, issuerSessionId, subject, saidAt } = signOut;
  if (issuerSessionId === undefined && subject === undefined) return 0;

  const rows: unknown = await work.tx.$queryRaw`
    select session.id from session join person on person.id = session.person_id
    where person.issuer = ${issuer} and session.ended_at is null and session.opened_at <= ${saidAt}
      and (${issuerSessionId ?? null}::text is null or session.issuer_session_id = ${issuerSessionId ?? null})
      and (${issuerSessionId ?? null}::text is not null or person.subject = ${subject ?? null})
    order by session.id for update of session`;
  const sessions = z.array(z.object({ id: SessionId })).parse(rows);

  for (const { id } of sessions) await endSession(work, id, "back-channel");
  return sessions.length;
}
