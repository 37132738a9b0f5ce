import type { StandardsService } from "@/server/standards/standards-service";

interface Call {
  readonly service: StandardsService;
  readonly request: Request;
}

/**
 * An answer as it travels. Pages of the systems that may ask can read it in a browser, and no others: no cookie opens
 * this door, so what another site could send would have no token.
 */
export function reply(
  { service: { configuration }, request }: Call,
  status: number,
  body?: Readonly<Record<string, unknown>>,
): Response {
  const headers = new Headers({ "Cache-Control": "no-store", Vary: "Origin" });
  const origin = request.headers.get("origin");
  const known = configuration.CDS_CLIENTS.flatMap(({ origins }) => origins).map(withoutSlash);
  if (origin !== null && known.includes(origin)) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Methods", "GET, POST");
    headers.set("Access-Control-Allow-Headers", "authorization, content-type");
    headers.set("Access-Control-Max-Age", "600");
  }
  if (status === 401) headers.set("WWW-Authenticate", "Bearer");
  if (body === undefined) return new Response(null, { status, headers });
  headers.set("Content-Type", "application/json");
  return new Response(JSON.stringify(body), { status, headers });
}

/** Answers a browser that asks whether it may call (CORS preflight). */
export function preflight(service: StandardsService, request: Request): Response {
  return reply({ service, request }, 204);
}

/** Where people reach Lantern. */
export function originOf({ configuration }: StandardsService): string {
  return withoutSlash(configuration.NEXTAUTH_URL);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, "");
}

/** A patient with a photograph is larger, and nothing of that is needed. */
export const mostBytes = 262_144;
