import { createHash, randomBytes } from "node:crypto";

export interface RecordClient {
  readonly id: string;
  /** To what it may be sent back: an address, or all that begin with one that ends in a slash. */
  readonly redirectUri: string;
}

interface Grant {
  readonly patientId: string;
  readonly client: RecordClient;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly scope: string;
}

export interface Asked {
  readonly query: URLSearchParams;
  /** The FHIR address, for which the right has to be asked. */
  readonly audience: string;
}

/** Launches, codes and tokens of the stand-in, in memory: each is good for one patient. */
export class Grants {
  readonly #launches = new Map<string, string>();
  readonly #codes = new Map<string, Grant>();
  readonly #tokens = new Map<string, string>();

  constructor(readonly clients: readonly RecordClient[]) {}

  /** Somebody looks at this patient and opens an app. */
  launch(patientId: string): string {
    const launch = secret();
    this.#launches.set(launch, patientId);
    return launch;
  }

  /** Where the browser goes on from `authorize` (OAuth 2.0, with PKCE); undefined where that cannot be trusted. */
  authorize({ query, audience }: Asked): string | undefined {
    const redirectUri = query.get("redirect_uri") ?? "";
    const client = this.clients.find(({ id }) => id === query.get("client_id"));
    if (client === undefined || !mayGoTo(client, redirectUri)) return undefined;

    const back = new URL(redirectUri);
    back.searchParams.set("state", query.get("state") ?? "");
    const patientId = this.#launches.get(query.get("launch") ?? "");
    if (patientId === undefined || !isAskedRight({ query, audience })) {
      back.searchParams.set("error", "invalid_request");
      return back.href;
    }
    const code = secret();
    const [challenge, scope] = [query.get("code_challenge") ?? "", query.get("scope") ?? ""];
    this.#codes.set(code, { patientId, client, redirectUri, challenge, scope });
    back.searchParams.set("code", code);
    return back.href;
  }

  /** The answer to `token`; a code is good once, and for whoever began. */
  redeem(form: URLSearchParams): object | undefined {
    const code = form.get("code") ?? "";
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const isRight =
      form.get("grant_type") === "authorization_code" &&
      grant !== undefined &&
      form.get("client_id") === grant.client.id &&
      form.get("redirect_uri") === grant.redirectUri &&
      challengeOf(form.get("code_verifier") ?? "") === grant.challenge;
    if (!isRight) return undefined;

    const { patientId, scope } = grant;
    const token = secret();
    this.#tokens.set(token, patientId);
    return { access_token: token, token_type: "Bearer", expires_in: 300, scope, patient: patientId };
  }

  mayRead(authorization: string | undefined, patientId: string): boolean {
    return this.#tokens.get(authorization?.replace(/^Bearer /, "") ?? "") === patientId;
  }
}

function isAskedRight({ query, audience }: Asked): boolean {
  return (
    query.get("response_type") === "code" &&
    query.get("code_challenge_method") === "S256" &&
    query.has("code_challenge") &&
    query.get("aud") === audience &&
    (query.get("scope") ?? "").split(" ").includes("launch")
  );
}

function mayGoTo({ redirectUri }: RecordClient, address: string): boolean {
  return redirectUri.endsWith("/") ? address.startsWith(redirectUri) : address === redirectUri;
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
