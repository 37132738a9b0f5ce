import type { Account } from "next-auth";
import { oldestProofMinutes } from "@/server/api/auth-providers";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { openSession, type OpenedSession } from "@/server/domain/access/open-session";
import { systemActor } from "@/server/vocabulary/actor";
import { readCareIdentityClaims } from "@/server/vocabulary/care-identity-claims";
import {
  signInProviders,
  type ReadClaims,
  type SignInMoment,
  type SignInProvider,
} from "@/server/vocabulary/claims";
import { readCouncilClaims } from "@/server/vocabulary/council-claims";
import type { SessionId } from "@/server/vocabulary/ids";

/** One request to the sign-in: by which service, when, and which session the browser had until now. */
export interface AuthOccasion {
  readonly service: Service;
  readonly now: Date;
  readonly previous: SessionId | undefined;
}

/** Minutes between proving who one is and arriving here, for slow networks and clocks that differ. */
const slackMinutes = 5;

/** Opens a session for whoever an issuer vouches for, or says why not. Never throws: the issuer has done its part. */
export async function letIn(
  occasion: AuthOccasion,
  account: Account | null,
  profile: unknown,
): Promise<OpenedSession> {
  const { service, now, previous } = occasion;
  const { configuration, database, log } = service;
  const claims = readClaims(account, profile, occasion);
  // Care Identity's own token names nobody and finds its session at sign-out; a council's holds a name.
  const issuerToken = account?.provider === "care-identity" ? account.id_token : undefined;

  try {
    return await withWork(database, { actor: systemActor("sign-in"), now }, (work) =>
      openSession(work, { claims, limits: configuration, issuerToken, replaces: previous }),
    );
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : "unknown" }, "a session could not be opened");
    return { kind: "refused", reason: "unavailable" };
  }
}

const readers = {
  "care-identity": readCareIdentityClaims,
  council: readCouncilClaims,
} as const satisfies Record<SignInProvider, (claims: unknown, moment: SignInMoment) => ReadClaims>;

function readClaims(account: Account | null, profile: unknown, { service, now }: AuthOccasion): ReadClaims {
  const provider = signInProviders.find((known) => known === account?.provider);
  if (provider === undefined) return { kind: "refused", reason: "unreadable-claims" };
  const oldestMinutes = oldestProofMinutes(provider, service.configuration) + slackMinutes;
  return readers[provider](profile, { now, oldestMinutes });
}
