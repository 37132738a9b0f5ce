import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { importJWK, SignJWT, type JWTPayload } from "jose";
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

const minutes = 10;

/**
 * Gives whoever builds a client the two tokens that a real one has: that of a person at work in it
 * (`POST /sandbox/person-token`, `persona=crew`), and its own for one address of CDS Hooks
 * (`POST /sandbox/system-token`, `endpoint=…`). Answers with the token and nothing else.
 */
export function answerSandbox(sandbox: Sandbox): RequestListener {
  return (request, response) => {
    void claimsFor(sandbox, request).then(async (claims) => {
      response.setHeader("Cache-Control", "no-store");
      if (claims === undefined) response.writeHead(400).end("Send persona=crew, or endpoint=the address.\n");
      else response.setHeader("Content-Type", "text/plain").end(await sign(sandbox.keys, claims));
    });
  };
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

export function sandboxIssuer(host: string): string {
  return `${host}/sandbox`;
}

export function sandboxAudience(origin: string): string {
  return `${origin}/api`;
}

async function sign({ signing: [key] }: IssuerKeys, claims: JWTPayload): Promise<string> {
  if (key === undefined) throw new Error("the issuer has no key");
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(`${String(minutes)} minutes`)
    .setJti(randomUUID())
    .sign(await importJWK(key, "RS256"));
}
