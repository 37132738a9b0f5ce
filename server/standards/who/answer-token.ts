import { z } from "zod";
import { withWork, type Occasion } from "@/server/db/work";
import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { giveSystemToken, systemTokenSeconds } from "@/server/domain/register/tokens/give-system-token";
import type { StandardsService } from "@/server/standards/standards-service";
import { audiences, systemScope } from "@/server/standards/who/smart-configuration";
import { verifyAssertion } from "@/server/standards/who/verify-assertion";
import { systemActor } from "@/server/vocabulary/actor";
import { Refusal } from "@/server/vocabulary/refusal";

interface Call {
  readonly service: StandardsService;
  /** The fields of the form; undefined where there is none. */
  readonly form: URLSearchParams | undefined;
  readonly now: Date;
}

/** Why there is no token, as OAuth 2.0 has it. */
type OAuthError =
  | "invalid_request"
  | "invalid_client"
  | "unsupported_grant_type"
  | "invalid_scope"
  | "temporarily_unavailable";

const Form = z.object({
  grant_type: z.string(),
  client_assertion_type: z.literal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
  client_assertion: z.string().min(1).max(8_000),
  scope: z.string().default(systemScope),
});

/**
 * Answers `POST /api/token`: an authority's system that signs who it is (`client_credentials` with `private_key_jwt`) is given
 * a token that opens its authority's doors for five minutes. Everything refused is on record. Never throws.
 */
export async function answerToken({ service, form, now }: Call): Promise<Response> {
  const occasion: Occasion = { actor: systemActor("feed-door"), now };
  const refuse = async (error: OAuthError, cause: unknown) => {
    await recordTrouble(service, occasion, { permission: "system:sign-in", cause });
    return refusal(error, cause);
  };
  const read = readForm(form);
  if (read.kind === "bad") return refuse(read.error, new Refusal("invalid", read.words));

  const { configuration, database } = service;
  const expected = { audience: audiences(configuration), now };
  const proven = await verifyAssertion(configuration, read.assertion, expected);
  if (proven.kind === "unavailable") return refuse("temporarily_unavailable", keysMissing);
  if (proven.kind === "bad") return refuse("invalid_client", new Refusal("not-permitted", proven.words));
  const { jti, signedUntil, client } = proven;
  try {
    const asked = { client: client.id, authorityCode: client.authority, jti, signedUntil };
    const token = await withWork(database, occasion, (work) => giveSystemToken(work, asked));
    return reply(200, {
      access_token: token,
      token_type: "Bearer",
      expires_in: systemTokenSeconds,
      scope: systemScope,
    });
  } catch (cause) {
    return refuse(cause instanceof Refusal ? "invalid_client" : "temporarily_unavailable", cause);
  }
}

const keysMissing = new Refusal("unavailable", "The keys of this system cannot be had just now. Try again.");

type ReadForm =
  | { readonly kind: "good"; readonly assertion: string }
  | { readonly kind: "bad"; readonly error: OAuthError; readonly words: string };

function readForm(form: URLSearchParams | undefined): ReadForm {
  const fields = [...(form ?? [])];
  const isTwice = new Set(fields.map(([name]) => name)).size < fields.length;
  const { success, data } = Form.safeParse(Object.fromEntries(fields));
  if (!success || isTwice)
    return {
      kind: "bad",
      error: "invalid_request",
      words:
        "Send a form with grant_type, client_assertion_type and client_assertion, each once: a JSON Web Token that your system has signed.",
    };
  if (data.grant_type !== "client_credentials")
    return {
      kind: "bad",
      error: "unsupported_grant_type",
      words: "grant_type has to be client_credentials.",
    };
  if (data.scope !== systemScope)
    return { kind: "bad", error: "invalid_scope", words: `There is one scope here: ${systemScope}.` };
  return { kind: "good", assertion: data.client_assertion };
}

const statusOf: Readonly<Record<OAuthError, number>> = {
  invalid_request: 400,
  invalid_client: 401,
  unsupported_grant_type: 400,
  invalid_scope: 400,
  temporarily_unavailable: 503,
};

/** In seconds. */
const waits = { "Retry-After": "5" };

function refusal(error: OAuthError, cause: unknown): Response {
  const words = cause instanceof Refusal ? cause.message : "The service could not check. Try again.";
  const status = statusOf[error];
  return reply(status, { error, error_description: words }, status === 503 ? waits : {});
}

function reply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  const unkept = { "Cache-Control": "no-store", Pragma: "no-cache" };
  return Response.json(body, { status, headers: { ...unkept, ...headers } });
}
