import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { dropOldBandReaders, isBandReader, keptBandReader } from "./keep-band-reader";
import { openFromNotification } from "./open-from-notification";
import { ownAddress, readPush } from "./read-push";
import { renewSubscription } from "./renew-subscription";
import { reportReceipt } from "./report-receipt";
import type { FetchEvent, NotificationEvent, PushEvent, ServiceWorkerScope } from "./service-worker-scope";

declare const self: ServiceWorkerScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** After this long without an answer a page counts as unreachable: a weak signal can hang for minutes. */
const PAGE_WAIT_MS = 20_000;

// The static shell only. Pages and answers are never kept: they hold people's data, and an old answer is worse
// than none.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
cleanupOutdatedCaches();

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([self.clients.claim(), self.registration.navigationPreload.enable(), dropOldBandReaders()]),
  );
});

// A new version waits until somebody asks for it or the app is next opened.
self.addEventListener("message", (event) => {
  if (isSkipWaiting(event.data)) event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  // A form that was posted may have arrived: the browser's own error page is right to offer sending it again.
  if (event.request.mode === "navigate" && event.request.method === "GET") event.respondWith(page(event));
  else if (isBandReader(event.request, self.location.origin))
    event.respondWith(keptBandReader(event.request));
});

self.addEventListener("push", (event) => {
  event.waitUntil(show(event));
});

self.addEventListener("notificationclick", (event) => {
  event.waitUntil(open(event));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewSubscription(self, event));
});

async function page(event: FetchEvent): Promise<Response> {
  try {
    return await fromNetwork(event);
  } catch {
    return (await matchPrecache("/offline")) ?? Response.error();
  }
}

/** Stops waiting after a while. What is then left running cannot be stopped, and does no harm. */
function fromNetwork(event: FetchEvent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error("No answer in time"));
    }, PAGE_WAIT_MS);
    preloadedOrFetched(event)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

async function preloadedOrFetched(event: FetchEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function show(event: PushEvent): Promise<void> {
  const push = readPush(event.data?.text(), self.location.origin);
  await self.registration.showNotification(push.title, {
    body: push.body,
    lang: "en-GB",
    dir: "ltr",
    tag: push.tag,
    renotify: true,
    requireInteraction: true,
    silent: false,
    vibrate: [400, 200, 400, 200, 800],
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    data: { navigate: push.navigate, receipt: push.receipt },
  });
  await Promise.allSettled([setBadge(push.badge), reportReceipt(push.receipt, "shown")]);
}

async function open({ notification }: NotificationEvent): Promise<void> {
  const data: unknown = notification.data;
  notification.close();
  const receipt = textOf(data, "receipt");
  const address = ownAddress(textOf(data, "navigate"), self.location.origin);
  await Promise.allSettled([openFromNotification(self, address), reportReceipt(receipt, "opened")]);
}

async function setBadge(count: number | undefined): Promise<void> {
  if (count !== undefined && "setAppBadge" in self.navigator) await self.navigator.setAppBadge(count);
}

function textOf(data: unknown, key: string): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const value: unknown = Reflect.get(data, key);
  return typeof value === "string" ? value : undefined;
}

function isSkipWaiting(data: unknown): boolean {
  return textOf(data, "type") === "SKIP_WAITING";
}
