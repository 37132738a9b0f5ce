import type { PushSubscriptionChangeEvent, ServiceWorkerScope } from "./service-worker-scope";

/**
 * The browser replaced or dropped this phone's push subscription: takes a new one with the same key and tells
 * the service, on the strength of the session cookie. Browsers fire this event unreliably and the session may
 * have ended, so the app compares its subscription with the service's at every start as well.
 */
export async function renewSubscription(
  worker: ServiceWorkerScope,
  { oldSubscription, newSubscription }: PushSubscriptionChangeEvent,
): Promise<void> {
  const key = oldSubscription?.options.applicationServerKey ?? null;
  const renewed = newSubscription ?? (key === null ? null : await subscribeAgain(worker, key));
  if (renewed === null) return;
  await fetch("/api/push/renewals", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ oldEndpoint: oldSubscription?.endpoint, subscription: renewed.toJSON() }),
    keepalive: true,
  });
}

function subscribeAgain(
  worker: ServiceWorkerScope,
  applicationServerKey: ArrayBuffer,
): Promise<PushSubscription> {
  return worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}
