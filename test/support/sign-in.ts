import { randomUUID } from "node:crypto";
import pg from "pg";
import { cookieName, type CookieSettings } from "@/server/api/session-cookie";
import { sealSession } from "@/server/api/session-seal";
import { personaOf } from "@/server/demo/personas";
import { SessionId } from "@/server/vocabulary/ids";

export interface PlantingPlace {
  readonly ownerUrl: string;
  /** The settings of the web that is to believe the cookie. */
  readonly settings: CookieSettings;
}

/** In the form that `browserContext.addCookies` takes. */
export interface PlantedSession {
  readonly sessionId: SessionId;
  readonly cookie: {
    readonly name: string;
    readonly value: string;
    readonly url: string;
    readonly httpOnly: true;
    readonly sameSite: "Lax";
  };
}

/**
 * Signs a persona in without asking the issuer: a session row and the cookie that opens it, for tests that are not
 * about signing in. The persona's organisation has to be there.
 */
export async function plantSession(
  { ownerUrl, settings }: PlantingPlace,
  personaId: string,
  now: Date = new Date(),
): Promise<PlantedSession> {
  const sessionId = SessionId.parse(randomUUID());
  const persona = personaOf(personaId);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `with who as (
         insert into person (issuer, subject, name) values ($1, $2, $3)
         on conflict (issuer, subject) do update set name = excluded.name returning id)
       insert into session (id, person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
       select $4, who.id, organisation.id, $5, 'planted', $6::timestamptz, $6::timestamptz,
         case organisation.kind when 'health' then 30 else 60 end, $6::timestamptz + interval '12 hours'
       from who, organisation where organisation.code = $7`,
      [
        persona.provider,
        persona.subject,
        persona.name,
        sessionId,
        persona.role,
        now,
        persona.organisationCode,
      ],
    );
    if (rowCount !== 1) throw new Error(`${persona.organisationCode} is not among the organisations`);
  } finally {
    await client.end();
  }
  return { sessionId, cookie: cookieOf(sessionId, settings) };
}

function cookieOf(sessionId: SessionId, settings: CookieSettings): PlantedSession["cookie"] {
  return {
    name: cookieName("session", settings),
    value: sealSession(sessionId, settings.NEXTAUTH_SECRET),
    url: settings.NEXTAUTH_URL,
    httpOnly: true,
    sameSite: "Lax",
  };
}
