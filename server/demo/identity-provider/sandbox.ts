import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { exportJWK, importJWK, SignJWT, type CryptoKey, type JWTPayload } from "jose";
import type { IssuerKeys } from "@/server/demo/identity-provider/keys";
import type { Persona } from "@/server/demo/personas";

interface Sandbox {
  /** Where this machine's issuers are. */
  readonly host: string;
  /** Where Lantern is. */
  readonly origin: string;
  readonly keys: IssuerKeys;
  readonly personas: readonly Persona[];
}

/** Of an authority's case system: made at each start, and shown at an address, as a real system's is. */
const caseSystemKey = generateKeyPairSync("ec", { namedCurve: "P-384" });
const caseSystemHeader = { alg: "ES384", kid: randomUUID() };

/**
 * Gives whoever builds a client what a real one has: the token of a person at work in it (`POST /sandbox/person-token`,
 * `persona=crew`), its own for one address of CDS Hooks (`POST /sandbox/system-token`, `endpoint=…`), and what an
 * authority's case system signs to be given a token (`POST /sandbox/assertion`), whose public key is at
 * `GET /sandbox/keys`. Answers with the token and nothing else.
 */
export function answerSandbox(sandbox: Sandbox): RequestListener {
  return (request, response) => {
    void answerFor(sandbox, request).then((answer) => {
      response.setHeader("Cache-Control", "no-store");
      if (answer === undefined) response.writeHead(400).end("Send persona=crew, or endpoint=the address.\n");
      else response.setHeader("Content-Type", "text/plain").end(answer);
    });
  };
}

async function answerFor(sandbox: Sandbox, request: IncomingMessage): Promise<string | undefined> {
  if (request.url === "/sandbox/keys")
    return JSON.stringify({ keys: [{ ...(await exportJWK(caseSystemKey.publicKey)), ...caseSystemHeader }] });
  if (request.url === "/sandbox/assertion") return signAssertion(sandbox);
  const claims = await claimsFor(sandbox, request);
  return claims && sign(sandbox.keys, claims);
}

async function claimsFor(sandbox: Sandbox, request: IncomingMessage): Promise<JWTPayload | undefined> {
  const form = new URLSearchParams(await text(request));
  if (request.url === "/sandbox/system-token") {
    const endpoint = form.get("endpoint");
    return endpoint === null ? undefined : { iss: sandboxIssuer(sandbox.host), aud: endpoint };
  }
  const persona = sandbox.personas.find(
    ({ id, provider }) => provider === "care-identity" && id === form.get("persona"),
  );
  return persona && personClaims(sandbox, persona);
}

/** As Care Identity does it, but that nobody had to prove anything. */
function personClaims({ host, origin }: Sandbox, { claims }: Persona): JWTPayload {
  const authTime = Math.floor(Date.now() / 1_000);
  return { ...claims, ...sandboxPerson(host, origin), client_id: sandboxClient, auth_time: authTime };
}

function sandboxPerson(host: string, origin: string) {
  return { iss: `${host}/care-identity`, aud: sandboxAudience(origin) };
}

/** The name of the system that the sandbox is. */
export const sandboxClient = "sandbox";

/** The case system that the sandbox is too, as the operator enters it. */
export function sandboxCaseSystem(host: string) {
  return { id: "sandbox-case-system", authority: "E08000035", keysUrl: `${sandboxIssuer(host)}/keys` };
}

export function sandboxIssuer(host: string): string {
  return `${host}/sandbox`;
}

export function sandboxAudience(origin: string): string {
  return `${origin}/api`;
}

async function sign({ signing: [key] }: IssuerKeys, claims: JWTPayload): Promise<string> {
  if (key === undefined) throw new Error("the issuer has no key");
  const signingKey = await importJWK(key, "RS256");
  return signWith(signingKey, { alg: "RS256", kid: key.kid }, { claims, minutes: 10 });
}

function signAssertion({ host, origin }: Sandbox): Promise<string> {
  const { id } = sandboxCaseSystem(host);
  const claims = { iss: id, sub: id, aud: `${origin}/api/token` };
  return signWith(caseSystemKey.privateKey, caseSystemHeader, { claims, minutes: 4 });
}

function signWith(
  key: CryptoKey | KeyObject | Uint8Array,
  header: { readonly alg: string; readonly kid: string },
  { claims, minutes }: { readonly claims: JWTPayload; readonly minutes: number },
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ ...header, typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(`${String(minutes)} minutes`)
    .setJti(randomUUID())
    .sign(key);
}
