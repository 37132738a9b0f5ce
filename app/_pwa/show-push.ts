import { readPush, type ShownPush } from "./read-push";
import type { PushEvent, ServiceWorkerScope } from "./service-worker-scope";

type Showing = Pick<ServiceWorkerScope, "location" | "registration">;

/**
 * Shows a push, whatever arrived and whatever goes wrong on the way: iOS takes the subscription away after three pushes
 * without a notification, and says so to nobody. What cannot be read, or cannot be shown with everything that we want,
 * becomes the plainest notification there is. Gives what the push was, for what is to be reported of it.
 */
export async function showPush(worker: Showing, event: Pick<PushEvent, "data">): Promise<ShownPush> {
  const push = readPush(textOf(event), worker.location.origin);
  const plain = { body: push.body, tag: push.tag, data: { navigate: push.navigate, receipt: push.receipt } };
  try {
    await worker.registration.showNotification(push.title, {
      ...plain,
      lang: "en-GB",
      dir: "ltr",
      renotify: true,
      requireInteraction: true,
      silent: false,
      vibrate: [400, 200, 400, 200, 800],
      icon: "/icons/icon-192.png",
      badge: "/icons/badge-96.png",
    });
  } catch {
    await worker.registration.showNotification(push.title, plain);
  }
  return push;
}

function textOf({ data }: Pick<PushEvent, "data">): string | undefined {
  try {
    return data?.text();
  } catch {
    return undefined;
  }
}
