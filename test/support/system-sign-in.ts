import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { Issuer } from "openid-client";
import { z } from "zod";
import { answerToken } from "@/server/standards/who/answer-token";
import { answerSmartConfiguration, systemScope } from "@/server/standards/who/smart-configuration";
import { makeService, type TestService } from "@/test/support/make-service";
import { startStandardsDoor } from "@/test/support/standards-door";

/** A pair of keys of an authority's system. */
export type Keys = Awaited<ReturnType<typeof makeKeys>>;

export async function makeKeys(alg = "ES384", kid = "first") {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    kid,
    privateKey,
    publicKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg },
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg },
  };
}

export function signs(claims: JWTPayload, { alg, kid, privateKey }: Keys): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: "JWT" }).sign(privateKey);
}

/** The form with which a system asks for a token. */
export function formOf(assertion: string, fields: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    ...fields,
  });
}

/** A door that says by itself where tokens are to be had, as it does on the web. */
export async function openTokenDoor(appUrl: string, clients: string, at: Date) {
  const held: { service?: TestService } = {};
  const door = await startStandardsDoor(async (request) => {
    if (held.service === undefined) throw new Error("not open yet");
    if (request.method === "GET") return answerSmartConfiguration(held.service);
    return answerToken({ service: held.service, form: new URLSearchParams(await request.text()), now: at });
  });
  const service = makeService(appUrl, { NEXTAUTH_URL: door.origin, SYSTEM_CLIENTS: clients });
  held.service = service;
  return { service, door };
}

const SaidOfSmart = z.object({
  token_endpoint: z.string(),
  token_endpoint_auth_methods_supported: z.tuple([z.literal("private_key_jwt")]),
});

/** Signs in with a client that knows no more than the address. */
export async function signIn(origin: string, client: string, keys: Keys) {
  const said = SaidOfSmart.parse(await (await fetch(`${origin}/.well-known/smart-configuration`)).json());
  const [token_endpoint_auth_method] = said.token_endpoint_auth_methods_supported;
  const issuer = new Issuer({ issuer: origin, token_endpoint: said.token_endpoint });
  const system = new issuer.Client(
    { client_id: client, token_endpoint_auth_method, token_endpoint_auth_signing_alg: "RS384" },
    { keys: [keys.privateJwk] },
  );
  return system.grant({ grant_type: "client_credentials", scope: systemScope });
}
