import type { Configuration } from "oidc-provider";
import type Provider from "oidc-provider";
import { answerInteractions, showPage, type Interaction } from "@/server/demo/identity-provider/interaction";
import type { IssuerKeys } from "@/server/demo/identity-provider/keys";
import { loadLibrary } from "@/server/demo/identity-provider/library";
import { memoryStore } from "@/server/demo/identity-provider/memory-store";
import { signedOutPage, signOutPage } from "@/server/demo/identity-provider/sign-in-page";
import type { Persona } from "@/server/demo/personas";
import type { SignInProvider } from "@/server/vocabulary/claims";

export interface IssuerOptions {
  readonly issuer: string;
  readonly provider: SignInProvider;
  /** Where Lantern is. */
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly keys: IssuerKeys;
  readonly personas: readonly Persona[];
}

const hour = 3_600;

/** One OpenID provider that vouches for these personas, towards one client. */
export async function makeProvider(options: IssuerOptions): Promise<Provider> {
  const { issuer, provider: kind, origin, keys } = options;
  const personas = options.personas.filter(({ provider }) => provider === kind);
  const interaction: Interaction = { issuerName: issuerNames[kind], origin, personas };
  const path = new URL(issuer).pathname;

  const Library = await loadLibrary();
  const provider = new Library(issuer, {
    ...fixed,
    ...shapes[kind],
    clients: [clientOf(options)],
    adapter: memoryStore(),
    jwks: { keys: keys.signing },
    cookies: {
      keys: keys.cookies,
      names: cookieNames(kind),
      long: { path, sameSite: "lax", httpOnly: true },
    },
    findAccount: (_context, subject) => accountOf(personas, subject),
    interactions: { url: (_context, { uid }) => `${path}/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => showPage(context, signOutPage(interaction, form)),
        postLogoutSuccessSource: (context) => showPage(context, signedOutPage(interaction)),
      },
    },
  });
  answerInteractions(provider, interaction);
  return provider;
}

const issuerNames = { "care-identity": "Care Identity", council: "Council sign-in" } as const;

const fixed = {
  pkce: { required: () => true },
  // Nobody is asked for consent: an employer has decided.
  async loadExistingGrant(context) {
    const { client, session, provider, params } = context.oidc;
    const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
    grant.addOIDCScope(typeof params?.["scope"] === "string" ? params["scope"] : "openid");
    await grant.save();
    return grant;
  },
  // The library does not call machines of the local network; the demo has no other.
  fetch: (url, request) => fetch(url, Object.assign({ ...request }, { dispatcher: undefined })),
  ttl: {
    AccessToken: hour / 6,
    AuthorizationCode: 60,
    Grant: 12 * hour,
    IdToken: hour,
    Interaction: hour,
    Session: 12 * hour,
  },
} satisfies Configuration;

/** Which claims come with which scope, and in which token, as the real issuers do it. */
const shapes: Readonly<Record<SignInProvider, Configuration>> = {
  "care-identity": {
    acrValues: ["AAL2_OR_AAL3_ANY", "AAL2_ANY", "AAL3_ANY"],
    scopes: ["openid", "profile", "nhsperson", "nationalrbacaccess", "associatedorgs", "selectedrole"],
    claims: {
      openid: ["sub"],
      profile: ["name", "given_name", "family_name", "uid"],
      nhsperson: ["nhsid_useruid", "idassurancelevel"],
      nationalrbacaccess: ["nhsid_nrbac_roles"],
      associatedorgs: ["nhsid_user_orgs"],
      selectedrole: ["selected_roleid"],
    },
  },
  council: {
    // Entra ID puts what it knows into the id token.
    conformIdTokenClaims: false,
    scopes: ["openid", "profile"],
    claims: {
      openid: ["sub", "oid", "tid", "roles", "groups", "organisation_code"],
      profile: ["name", "given_name", "family_name"],
    },
  },
};

function clientOf({ provider, origin, clientId, clientSecret }: IssuerOptions) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    client_name: "Lantern",
    redirect_uris: [`${origin}/api/auth/callback/${provider}`],
    post_logout_redirect_uris: [`${origin}/sign-in?signed-out=yes`],
    backchannel_logout_uri: `${origin}/api/auth/back-channel-sign-out`,
    backchannel_logout_session_required: true,
    require_auth_time: true,
  };
}

/** Two issuers share a host, and cookies do not tell ports apart. */
function cookieNames(kind: SignInProvider) {
  return { session: `${kind}.session`, interaction: `${kind}.interaction`, resume: `${kind}.resume` };
}

function accountOf(personas: readonly Persona[], subject: string) {
  const persona = personas.find((one) => one.subject === subject);
  return persona && { accountId: subject, claims: () => ({ ...persona.claims, sub: subject }) };
}
