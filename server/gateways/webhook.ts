import { lookup } from "node:dns";
import { request as requestPlain, type IncomingMessage } from "node:http";
import { request, type RequestOptions } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "@/server/gateways/public-address";
import { readWebhookAnswer, type WebhookReply } from "@/server/gateways/webhook-answer";
import type { WebhookAnswer } from "@/server/vocabulary/webhook";
import { isAllowedWebhook, type WebhookHosts } from "@/server/vocabulary/webhook-address";

export interface WebhookSender extends WebhookHosts {
  /** From name look-up to the last byte that is read. */
  readonly timeoutMs: number;
}

export interface WebhookRequest {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts one delivery to a case system and tells what became of it. Follows nothing, and never throws. */
export async function sendWebhook(sender: WebhookSender, delivery: WebhookRequest): Promise<WebhookAnswer> {
  if (!isAllowedWebhook(delivery.address, sender)) {
    return notSent("Not sent: its host is not among those that Lantern may tell (WEBHOOK_HOSTS).");
  }
  try {
    return readWebhookAnswer(await post(sender, delivery), new Date());
  } catch (error) {
    return error instanceof ClosedAddress ? notSent(error.message) : noAnswer(error);
  }
}

/** The name leads to where Lantern does not connect to. */
class ClosedAddress extends Error {
  constructor() {
    super("Not sent: its name leads to an address inside a private network, and Lantern connects to none.");
  }
}

/**
 * Connects to the very address that was looked at: the name is resolved once, so that it cannot mean something else a
 * moment later. A connection of its own for each, since a kept one was looked at long ago.
 */
async function post(
  sender: WebhookSender,
  { address, headers, body }: WebhookRequest,
): Promise<WebhookReply> {
  const url = new URL(address);
  const mayConnect = connectable(sender, url);
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  // An address that needs no look-up would be connected to without being looked at.
  if (isIP(literal) !== 0 && !mayConnect(literal)) throw new ClosedAddress();

  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
    agent: false,
    lookup: lookAndCheck(mayConnect),
    signal: AbortSignal.timeout(sender.timeoutMs),
  };
  const outgoing = url.protocol === "http:" ? requestPlain(url, options) : request(url, options);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve).on("error", reject).end(body);
  });
  return {
    statusCode: response.statusCode ?? 0,
    contentType: response.headers["content-type"],
    retryAfter: response.headers["retry-after"],
    hasBody: await hasBody(response),
  };
}

function connectable({ allowsLoopback }: WebhookSender, url: URL): (address: string) => boolean {
  return (address) => {
    if (isLoopbackAddress(address)) return allowsLoopback;
    // Without TLS nothing leaves this machine.
    return url.protocol === "https:" && isPublicAddress(address);
  };
}

/** One address that is closed spoils the name: whoever mixes them wants to be connected to the wrong one. */
function lookAndCheck(mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = error === null ? found : [];
      if (error !== null) callback(error, "");
      else if (first === undefined || !found.every(({ address }) => mayConnect(address)))
        callback(new ClosedAddress(), "");
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** Whether there is a first byte; nothing more is read. */
async function hasBody(response: IncomingMessage): Promise<boolean> {
  for await (const chunk of response) {
    if (String(chunk) !== "") return true;
  }
  return false;
}

function notSent(reason: string): WebhookAnswer {
  return { kind: "failed", reason, isSilent: false };
}

/** The kind of failure only: the text of a network error may quote the address. */
function noAnswer(error: unknown): WebhookAnswer {
  const isLate = error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const reason = isLate
    ? "It did not answer in time."
    : `It could not be reached${code === "" ? "" : ` (${code})`}.`;
  return { kind: "failed", reason, isSilent: true };
}
