import { request as requestPlain, type ClientRequest, type IncomingMessage } from "node:http";
import { Agent, request, type RequestOptions } from "node:https";
import { createSecureContext, getCACertificates } from "node:tls";
import type { PushReply } from "@/server/gateways/web-push-answer";

const REPLY_LIMIT_BYTES = 4_096;
const CONNECTIONS_PER_HOST = 64;

export type SealedPush = {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
};

/** How to reach push services. Make it once and keep it: it holds the open connections. */
export type PushConnections = {
  /** Stay open between pushes, since a TLS handshake costs more than the push itself; a pool for each host. */
  readonly kept: Agent;
  /** One for each request. */
  readonly fresh: Agent;
};

/** Reads the list of authorities once: reading it again for every connection takes several milliseconds each. */
export function openPushConnections(extraCertificateAuthority: string | undefined): PushConnections {
  const extra = extraCertificateAuthority === undefined ? [] : [extraCertificateAuthority];
  const secureContext = createSecureContext({ ca: [...getCACertificates("default"), ...extra] });
  return {
    kept: new Agent({ secureContext, keepAlive: true, maxSockets: CONNECTIONS_PER_HOST }),
    fresh: new Agent({ secureContext, keepAlive: false }),
  };
}

/**
 * Posts once and gives the reply's status and the beginning of its text. Follows no redirect: only the address that
 * was checked is ever visited. Throws when there is no reply within the time, from name look-up to last byte.
 */
export async function postPush(
  { kept, fresh }: PushConnections,
  { endpoint, headers, body }: SealedPush,
  timeoutMs: number,
): Promise<PushReply> {
  const options: RequestOptions = { method: "POST", headers, signal: AbortSignal.timeout(timeoutMs) };
  // The service's own door on a laptop: push services are https, which is checked before.
  if (endpoint.startsWith("http:"))
    return exchange(requestPlain(endpoint, { ...options, agent: false }), body);
  const first = request(endpoint, { ...options, agent: kept });

  try {
    return await exchange(first, body);
  } catch (error) {
    if (!wasConnectionStale(first, error)) throw error;
    return await exchange(request(endpoint, { ...options, agent: fresh }), body);
  }
}

async function exchange(outgoing: ClientRequest, body: Buffer): Promise<PushReply> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve).on("error", reject).end(body);
  });
  return {
    statusCode: response.statusCode ?? 0,
    retryAfter: response.headers["retry-after"],
    text: await firstBytes(response),
  };
}

/** The status line is the answer: a reply that breaks off or never ends after it changes nothing. */
async function firstBytes(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("latin1");
  try {
    for await (const chunk of response) {
      text += String(chunk);
      if (text.length >= REPLY_LIMIT_BYTES) break;
    }
  } catch {
    return text;
  }
  return text.slice(0, REPLY_LIMIT_BYTES);
}

/** The other side may close an idle connection just as we reuse it; that says nothing about the service's health. */
function wasConnectionStale(outgoing: ClientRequest, error: unknown): boolean {
  return outgoing.reusedSocket && error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
