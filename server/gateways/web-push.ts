import webPush from "web-push";
import type { ProofMessage } from "@/server/vocabulary/delivery-proof";
import type { PushAnswer } from "@/server/vocabulary/push-answer";
import { isAllowedPushEndpoint } from "@/server/vocabulary/push-endpoint";
import type { PushMessage } from "@/server/vocabulary/push-message";
import { makeVapidHeaders, type VapidIdentity } from "@/server/gateways/vapid-header";
import { readPushAnswer } from "@/server/gateways/web-push-answer";
import {
  openPushConnections,
  postPush,
  type PushConnections,
  type SealedPush,
} from "@/server/gateways/web-push-request";

/** Who is sending, and where to. Make one at the start and keep it: the open connections belong to it. */
export type PushSender = {
  readonly vapid: VapidIdentity;
  readonly allowedHosts: readonly string[];
  /** The one address on the service itself, for its proofs of delivery; see `toOwnDoor`. */
  readonly ownDoor?: string;
  /** One more trusted authority (PEM), for the demo's and the tests' own push service. */
  readonly extraCertificateAuthority?: string;
  /** From name look-up to the last byte of the reply. */
  readonly timeoutMs: number;
};

export type PushRequest = {
  readonly subscription: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  readonly message: PushMessage | ProofMessage;
  /** The service pushes to itself: to `ownDoor` and nowhere else. What people's subscriptions may name stays the same. */
  readonly toOwnDoor?: true;
  /** At most 32 url-safe characters; a waiting push with the same topic is replaced. */
  readonly topic: string;
  /** How long the service keeps trying while the phone cannot be reached; 0 means now or never. */
  readonly ttlSeconds: number;
  readonly urgency: "very-low" | "low" | "normal" | "high";
};

/** Encrypts a message for one device, hands it to that device's push service and tells what the service said. Never throws. */
export async function sendPush(sender: PushSender, push: PushRequest): Promise<PushAnswer> {
  if (!mayReceive(sender, push)) {
    return { kind: "refused", reason: "Not sent: the address is not on a known push service" };
  }

  let sealed: SealedPush;
  try {
    sealed = seal(sender, push);
  } catch (error) {
    return { kind: "refused", reason: `Not sent: ${sealingFault(error)}` };
  }

  try {
    return readPushAnswer(await postPush(connectionsOf(sender), sealed, sender.timeoutMs), new Date());
  } catch (error) {
    return { kind: "unreachable", reason: failureOf(error) };
  }
}

function mayReceive(
  { allowedHosts, ownDoor }: PushSender,
  { subscription, toOwnDoor }: PushRequest,
): boolean {
  if (toOwnDoor) return subscription.endpoint === ownDoor;
  return isAllowedPushEndpoint(subscription.endpoint, allowedHosts);
}

/** RFC 8291 encryption and the RFC 8292 signature, both by the `web-push` library; only keeping and posting are ours. */
function seal(sender: PushSender, push: PushRequest): SealedPush {
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    push.subscription,
    JSON.stringify(push.message),
    {
      TTL: push.ttlSeconds,
      urgency: push.urgency,
      topic: push.topic,
      contentEncoding: "aes128gcm",
    },
  );
  const authorization = vapidHeaderOf(sender)(endpoint, Date.now());
  return { endpoint, headers: { ...headers, Authorization: authorization }, body };
}

/** The library's messages name the option or key that is wrong, and quote nothing of the subscription. */
function sealingFault(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : "could not be encrypted";
}

const vapidHeaders = new WeakMap<PushSender, ReturnType<typeof makeVapidHeaders>>();

function vapidHeaderOf(sender: PushSender) {
  const made = vapidHeaders.get(sender) ?? makeVapidHeaders(sender.vapid);
  vapidHeaders.set(sender, made);
  return made;
}

const connections = new WeakMap<PushSender, PushConnections>();

function connectionsOf(sender: PushSender): PushConnections {
  const open = connections.get(sender) ?? openPushConnections(sender.extraCertificateAuthority);
  connections.set(sender, open);
  return open;
}

/** Only the kind of failure: the text of a network error may quote the address. */
function failureOf(error: unknown): string {
  if (error instanceof Error && error.name === "AbortError") return "Timed out";
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return "No connection";
}
