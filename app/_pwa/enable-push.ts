import { phoneKindOf, type PhoneKind } from "./phone-kind";

/** What this phone can do about pushes, before asking. */
export type PushSupport = "supported" | "needs-install" | "denied" | "unsupported";

export type PushFailure =
  Exclude<PushSupport, "supported"> | "dismissed" | "no-service-worker" | "unreachable";

export type Subscribed =
  | { readonly ok: true; readonly subscription: PushSubscriptionJSON }
  | { readonly ok: false; readonly reason: PushFailure; readonly message: string };

const messages: Readonly<Record<PushFailure, string>> = {
  "needs-install":
    "Add Lantern to your home screen first: press Share, then Add to Home Screen, and open it from there. iPhones and iPads ring for installed apps only.",
  denied:
    "Notifications from Lantern are blocked on this phone. Open the settings of the browser or the app, allow notifications for Lantern, then try again.",
  dismissed: "You did not choose. Press the button again and choose Allow.",
  unsupported: "This browser cannot ring for alerts. Use Chrome, Edge, Firefox or Safari 16.4 or newer.",
  "no-service-worker":
    "Lantern has not finished setting itself up here. Close it, open it again, and try once more.",
  unreachable: "This phone's notification service did not answer. Check the connection and try again.",
};

const SETUP_WAIT_MS = 10_000;

/** Whether pushes can work here, without asking the person anything. */
export function pushSupport(): PushSupport {
  switch (phoneKind()) {
    case "able":
      return Notification.permission === "denied" ? "denied" : "supported";
    case "apple-safari":
    case "apple-other-browser":
      return "needs-install";
    case "apple-too-old":
    case "unable":
      return "unsupported";
  }
}

/** What this phone is. */
export function phoneKind(): PhoneKind {
  return phoneKindOf({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    isInstalled: window.matchMedia("(display-mode: standalone)").matches,
    hasPush: "serviceWorker" in navigator && "PushManager" in window && "Notification" in window,
  });
}

/**
 * Asks for permission and subscribes this phone. Call it from a press of a button: browsers ignore it elsewhere.
 * A subscription made with another key is replaced. Every failure comes back as a reason with words that say
 * what to do; it never throws.
 */
export async function subscribe(vapidPublicKey: string): Promise<Subscribed> {
  const support = pushSupport();
  if (support !== "supported") return failed(support);
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return failed(permission === "denied" ? "denied" : "dismissed");
  const manager = await pushManager();
  if (manager === undefined) return failed("no-service-worker");
  try {
    const subscription = await subscribeWith(manager, keyBytes(vapidPublicKey));
    return { ok: true, subscription: subscription.toJSON() };
  } catch {
    return failed("unreachable");
  }
}

/** This phone's subscription, or undefined. Compare its endpoint with the service's at every start. */
export async function currentSubscription(): Promise<PushSubscriptionJSON | undefined> {
  if (pushSupport() !== "supported") return undefined;
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription())?.toJSON();
}

/** Ends this phone's subscription here; the service has to be told as well. True if there was one. */
export async function unsubscribe(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  const subscription = await registration?.pushManager.getSubscription();
  return (await subscription?.unsubscribe()) ?? false;
}

/** The words for a reason, for pages that show one without having tried. */
export function pushFailureInWords(reason: PushFailure): string {
  return messages[reason];
}

function failed(reason: PushFailure): Subscribed {
  return { ok: false, reason, message: messages[reason] };
}

/** `serviceWorker.ready` waits for ever where the worker cannot be installed. */
async function pushManager(): Promise<PushManager | undefined> {
  const tooLong = new Promise<undefined>((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, SETUP_WAIT_MS);
  });
  const registration = await Promise.race([navigator.serviceWorker.ready, tooLong]);
  return registration?.pushManager;
}

async function subscribeWith(manager: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const existing = await manager.getSubscription();
  if (existing !== null && !hasKey(existing, key)) await existing.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function hasKey(subscription: PushSubscription, key: Uint8Array): boolean {
  const its = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer(0));
  return its.length === key.length && its.every((byte, index) => byte === key[index]);
}

/** The bytes of a base64url text. */
function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
