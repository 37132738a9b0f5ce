import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { endFormerRoles } from "@/server/domain/access/end-former-roles";
import { endSession } from "@/server/domain/access/end-session";
import { recordForHolder } from "@/server/domain/access/record-for-holder";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ClaimedIdentity, ReadClaims } from "@/server/vocabulary/claims";
import type { Configuration } from "@/server/vocabulary/configuration";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import type { SignInRefusal } from "@/server/vocabulary/sign-in-refusal";

export type SessionLimits = Pick<
  Configuration,
  "SESSION_IDLE_MINUTES_HEALTH" | "SESSION_IDLE_MINUTES_AUTHORITY" | "SESSION_ABSOLUTE_MINUTES"
>;

export interface SignIn {
  readonly claims: ReadClaims;
  readonly limits: SessionLimits;
  /** Shown to the issuer at sign-out. */
  readonly issuerToken?: string | undefined;
  /** The session that this browser had until now. */
  readonly replaces?: SessionId | undefined;
  /** The person acts through another system: the session has this id, and opening it again changes nothing. */
  readonly ofSystem?: SessionId;
}

export type OpenedSession =
  | { readonly kind: "opened"; readonly sessionId: SessionId }
  | { readonly kind: "refused"; readonly reason: SignInRefusal };

/**
 * Lets a person in whom an issuer vouches for: keeps who they are and what they may be, and opens one session in one
 * role for one organisation, which must be one of ours and of the kind that this issuer may speak for. Puts the
 * sign-in on record, refused ones too. Runs on behalf of the system, since nobody is signed in yet.
 */
export async function openSession(work: Work, signIn: SignIn): Promise<OpenedSession> {
  const { claims } = signIn;
  if (claims.kind === "refused") return refuse(work, claims.reason, claims.who);

  const organisation = await findOrganisation(work, claims.identity);
  if (organisation === undefined) return refuse(work, "unknown-organisation", whoOf(claims.identity));

  const personId = await keepPerson(work, claims.identity, organisation.id);
  if (signIn.replaces !== undefined) await endSession(work, signIn.replaces, "replaced");
  const { issuer, assurance, role } = claims.identity;
  // A council's directory names all that somebody may be; Care Identity the one role that they chose.
  if (issuer === "council" && signIn.ofSystem === undefined)
    await endFormerRoles(work, { personId, organisationId: organisation.id, role });
  const sessionId = await writeSession(work, signIn, {
    ...claims.identity,
    personId,
    organisationId: organisation.id,
  });
  if (sessionId === undefined) return openedByTwin(signIn);
  await recordForHolder(work, sessionId, {
    action: "session:open",
    outcome: "done",
    detail: `${issuer}, ${assurance}${signIn.ofSystem === undefined ? "" : ", through another system"}`,
  });
  return { kind: "opened", sessionId };
}

/** Another call of the same person was faster, and put it on record. */
function openedByTwin({ ofSystem }: SignIn): OpenedSession {
  if (ofSystem === undefined) return { kind: "refused", reason: "unavailable" };
  return { kind: "opened", sessionId: ofSystem };
}

/** Who tried is put on record by the issuer's identifiers, since no person and no organisation of ours is known. */
async function refuse(work: Work, reason: SignInRefusal, who = "unknown"): Promise<OpenedSession> {
  await recordAudit(work, { action: "session:open", outcome: "refused", detail: `${reason}: ${who}` });
  return { kind: "refused", reason };
}

function whoOf({ issuer, subject, organisationCode }: ClaimedIdentity): string {
  return `${issuer} ${subject} of ${organisationCode}`;
}

async function findOrganisation(work: Work, { organisationCode, organisationKind }: ClaimedIdentity) {
  const found = await work.tx.organisation.findFirst({
    where: { code: organisationCode, kind: organisationKind },
    select: { id: true },
  });
  return found === null ? undefined : { id: OrganisationId.parse(found.id) };
}

async function keepPerson(
  work: Work,
  identity: ClaimedIdentity,
  organisationId: OrganisationId,
): Promise<PersonId> {
  const rows: unknown = await work.tx.$queryRaw`
    insert into person (issuer, subject, name) values (${identity.issuer}, ${identity.subject}, ${identity.name})
    on conflict (issuer, subject) do update set name = excluded.name
    returning id`;
  const personId = z.tuple([z.object({ id: PersonId })]).parse(rows)[0].id;

  await work.tx.$executeRaw`
    insert into role_assignment (person_id, organisation_id, role, last_claimed_at)
    values (${personId}::uuid, ${organisationId}::uuid, ${identity.role}, ${work.now})
    on conflict (person_id, organisation_id, role) do update set last_claimed_at = excluded.last_claimed_at`;
  return personId;
}

interface SessionHolder extends ClaimedIdentity {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
}

async function writeSession(
  work: Work,
  { limits, issuerToken, ofSystem }: SignIn,
  holder: SessionHolder,
): Promise<SessionId | undefined> {
  const { personId, organisationId, role, assurance } = holder;
  const id = ofSystem ?? SessionId.parse(randomUUID());
  const { count } = await work.tx.session.createMany({
    skipDuplicates: true,
    data: {
      id,
      door: ofSystem === undefined ? "people" : "systems",
      personId,
      organisationId,
      role,
      assurance,
      issuerSessionId: holder.issuerSessionId ?? null,
      issuerToken: issuerToken ?? null,
      openedAt: work.now,
      lastSeenAt: work.now,
      idleMinutes: ofSystem === undefined ? idleMinutes(holder, limits) : limits.SESSION_ABSOLUTE_MINUTES,
      expiresAt: new Date(work.now.getTime() + limits.SESSION_ABSOLUTE_MINUTES * 60_000),
    },
  });
  return count === 1 ? id : undefined;
}

function idleMinutes({ organisationKind }: SessionHolder, limits: SessionLimits): number {
  return organisationKind === "health"
    ? limits.SESSION_IDLE_MINUTES_HEALTH
    : limits.SESSION_IDLE_MINUTES_AUTHORITY;
}
