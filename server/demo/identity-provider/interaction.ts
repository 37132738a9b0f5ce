import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type Provider from "oidc-provider";
import type { InteractionResults, KoaContextWithOIDC } from "oidc-provider";
import type { IssuerPage } from "@/server/demo/identity-provider/page";
import { signInPage, staleSignInPage } from "@/server/demo/identity-provider/sign-in-page";
import type { Persona } from "@/server/demo/personas";

export interface Interaction {
  readonly issuerName: string;
  readonly origin: string;
  readonly personas: readonly Persona[];
}

type Context = Pick<
  KoaContextWithOIDC,
  "path" | "method" | "query" | "req" | "res" | "type" | "body" | "set" | "respond"
>;

/** Answers the pages on which the issuer asks who somebody is; everything else is the provider's own. */
export function answerInteractions(provider: Provider, interaction: Interaction): void {
  provider.use(async (context, next) => {
    if (context.path === "/auth") forgetSessionForHint(provider, context, interaction);
    if (context.path.startsWith("/interaction/")) await interact(provider, context, interaction);
    else await next();
  });
}

/** A hint names somebody new: whoever was signed in here before must not be taken for them. */
function forgetSessionForHint(provider: Provider, context: Context, { personas }: Interaction): void {
  if (!personas.some(({ id }) => id === context.query["login_hint"])) return;
  const name = provider.cookieName("session");
  const others = context.req.headers.cookie?.split("; ").filter((cookie) => !cookie.startsWith(name));
  context.req.headers.cookie = others?.join("; ") ?? "";
}

async function interact(provider: Provider, context: Context, interaction: Interaction): Promise<void> {
  // Not there any more if the page was opened from history, or the issuer was started again.
  const details = await provider.interactionDetails(context.req, context.res).catch(() => undefined);
  if (details === undefined) {
    showPage(context, staleSignInPage(interaction));
    return;
  }

  const form = context.method === "POST" ? await readForm(context.req) : new URLSearchParams();
  const result = resultOf(form.get("persona") ?? details.params["login_hint"], interaction.personas);
  if (form.has("cancel")) await finish(provider, context, { error: "access_denied" });
  else if (result === undefined) showPage(context, signInPage(interaction));
  else await finish(provider, context, result);
}

/** The sign-in of whoever was chosen; the level of assurance is part of who they are in the demo. */
function resultOf(chosen: unknown, personas: readonly Persona[]): InteractionResults | undefined {
  const persona = personas.find(({ id }) => id === chosen);
  if (persona === undefined) return undefined;
  const { acr } = persona.claims;
  return { login: { accountId: persona.subject, ...(typeof acr === "string" && { acr }) } };
}

async function finish(provider: Provider, context: Context, result: InteractionResults) {
  // The provider writes the answer itself.
  context.respond = false;
  await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await text(request));
}

export function showPage(context: Pick<Context, "set" | "type" | "body">, page: IssuerPage): void {
  context.set("Content-Security-Policy", page.contentSecurityPolicy);
  context.set("Cache-Control", "no-store");
  context.type = "html";
  context.body = page.html;
}
