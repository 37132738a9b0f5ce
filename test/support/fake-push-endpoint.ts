import type { IncomingHttpHeaders } from "node:http";
import { decryptPush } from "@/test/support/fake-push-encryption";
import type { FakeSubscription } from "@/test/support/fake-push-subscriptions";
import { verifyVapid, type VapidIdentity } from "@/test/support/fake-push-vapid";

const LARGEST_BODY_BYTES = 4_096;

export type FakeRequest = {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** A push that kept every rule of the protocol. */
export type CheckedPush = {
  readonly topic?: string;
  readonly ttlSeconds: number;
  readonly urgency: string;
  readonly sender: VapidIdentity;
  /** The decrypted JSON; absent where a browser holds the keys. */
  readonly message?: unknown;
};

/** A request that a real push service would turn down, with the status that it would use. */
export class FakePushRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Checks a request as strictly as the strictest of the real services does; throws a `FakePushRefusal`. */
export function checkPush(request: FakeRequest, subscription: FakeSubscription): CheckedPush {
  const { headers, body } = request;
  const topic = headers["topic"];
  insist(request.method === "POST", 405, "A push is a POST");
  insist(headers["content-encoding"] === "aes128gcm", 415, "Content-Encoding is not aes128gcm");
  insist(body.length <= LARGEST_BODY_BYTES, 413, "The body is larger than 4,096 bytes");
  insist(topic === undefined || isTopic(topic), 400, "Topic is not 1 to 32 url-safe characters");

  const sender = senderOf(request, subscription);
  const message = messageIn(body, subscription);
  return {
    ttlSeconds: ttlOf(headers),
    urgency: urgencyOf(headers),
    sender,
    ...(isTopic(topic) && { topic }),
    ...(message !== undefined && { message }),
  };
}

function isTopic(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{1,32}$/.test(value);
}

function ttlOf(headers: IncomingHttpHeaders): number {
  const ttl = headers["ttl"];
  insist(typeof ttl === "string" && /^\d+$/.test(ttl), 400, "TTL is missing or not a number of seconds");
  return Number(ttl);
}

function urgencyOf(headers: IncomingHttpHeaders): string {
  const urgency = headers["urgency"] ?? "normal";
  const isWord = typeof urgency === "string" && /^(very-low|low|normal|high)$/.test(urgency);
  insist(isWord, 400, "Urgency is not one of the four words");
  return urgency;
}

function senderOf({ headers }: FakeRequest, subscription: FakeSubscription): VapidIdentity {
  const sender = orRefuse(401, () =>
    verifyVapid(headers.authorization ?? "", {
      audience: new URL(subscription.endpoint).origin,
      now: new Date(),
    }),
  );
  const key = subscription.applicationServerKey;
  insist(key === undefined || key === sender.publicKey, 403, "The subscription belongs to another sender");
  return sender;
}

function messageIn(body: Buffer, { receiver }: FakeSubscription): unknown {
  if (receiver.kind === "browser") return undefined;

  return orRefuse(400, (): unknown => JSON.parse(decryptPush(body, receiver.keys).toString("utf8")));
}

function orRefuse<Value>(status: number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new FakePushRefusal(status, error instanceof Error ? error.message : "Unreadable");
  }
}

function insist(condition: boolean, status: number, message: string): asserts condition {
  if (!condition) throw new FakePushRefusal(status, message);
}
