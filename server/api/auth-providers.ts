import { decodeJwt } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { careIdentityAssurance, type SignInProvider } from "@/server/vocabulary/claims";
import type { Configuration } from "@/server/vocabulary/configuration";

interface IssuerProfile {
  readonly sub: string;
}

/** What next-auth needs to know of the two issuers. Demo and production differ in addresses and secrets only. */
export function authProviders(configuration: Configuration): OAuthConfig<IssuerProfile>[] {
  return [careIdentity(configuration), council(configuration)];
}

/**
 * Who came back by single sign-on may have proved who they are this many minutes ago, so that a phone that was idle
 * too long does not open again without its owner.
 */
export function oldestProofMinutes(provider: SignInProvider, configuration: Configuration): number {
  return provider === "care-identity"
    ? configuration.SESSION_IDLE_MINUTES_HEALTH
    : configuration.SESSION_IDLE_MINUTES_AUTHORITY;
}

function careIdentity(configuration: Configuration): OAuthConfig<IssuerProfile> {
  return {
    ...common,
    id: "care-identity",
    name: "Care Identity",
    wellKnown: discoveryOf(configuration.CARE_IDENTITY_ISSUER),
    clientId: configuration.CARE_IDENTITY_CLIENT_ID,
    clientSecret: configuration.CARE_IDENTITY_CLIENT_SECRET,
    authorization: {
      params: {
        scope: "openid profile nhsperson nationalrbacaccess associatedorgs selectedrole",
        acr_values: careIdentityAssurance,
        max_age: oldestProofMinutes("care-identity", configuration) * 60,
      },
    },
    // Roles are told at the userinfo endpoint, how the person signed in by the id token, which wins where both speak.
    userinfo: {
      request: async ({ client, tokens }) => {
        const told = await client.userinfo(tokens.access_token ?? "");
        return Object.assign({}, told, decodeJwt(tokens.id_token ?? ""));
      },
    },
  };
}

function council(configuration: Configuration): OAuthConfig<IssuerProfile> {
  return {
    ...common,
    id: "council",
    name: "Council",
    wellKnown: discoveryOf(configuration.COUNCIL_ISSUER),
    clientId: configuration.COUNCIL_CLIENT_ID,
    clientSecret: configuration.COUNCIL_CLIENT_SECRET,
    authorization: {
      params: { scope: "openid profile", max_age: oldestProofMinutes("council", configuration) * 60 },
    },
  };
}

const common = {
  type: "oauth",
  checks: ["pkce", "state", "nonce"],
  // The library then verifies signature, issuer, audience, time and nonce of the id token.
  idToken: true,
  httpOptions: { timeout: 10_000 },
  profile: ({ sub }: IssuerProfile) => ({ id: sub }),
} satisfies Partial<OAuthConfig<IssuerProfile>>;

export function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}
