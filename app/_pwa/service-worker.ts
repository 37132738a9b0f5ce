import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { dropOldBandReaders, isBandReader, keptBandReader } from "./keep-band-reader";
import { openFromNotification } from "./open-from-notification";
import { askWaiting } from "./waiting/ask-waiting";
import { waitingSyncTag } from "./waiting/ask-when-possible";
import { ownAddress } from "./read-push";
import { renewSubscription } from "./renew-subscription";
import { reportReceipt } from "./report-receipt";
import { showPush } from "./show-push";
import type { FetchEvent, NotificationEvent, PushEvent, ServiceWorkerScope } from "./service-worker-scope";

declare const self: ServiceWorkerScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** After this long without an answer a page counts as unreachable: a weak signal can hang for minutes. */
const PAGE_WAIT_MS = 20_000;
/** The pages on which somebody asks are not waited for: the page on the phone has a number pad too, and keeps the question. */
const PAD_WAIT_MS = 6_000;
const PADS: ReadonlySet<string> = new Set(["/", "/check"]);

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

// There is a signal again, and no page of ours may be open: the browser tries once more later if this fails.
self.addEventListener("sync", (event) => {
  if (event.tag === waitingSyncTag) event.waitUntil(askWaiting(self));
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
    }, waitFor(event.request));
    preloadedOrFetched(event)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

function waitFor({ url }: Request): number {
  return PADS.has(new URL(url).pathname) ? PAD_WAIT_MS : PAGE_WAIT_MS;
}

async function preloadedOrFetched(event: FetchEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function show(event: PushEvent): Promise<void> {
  const push = await showPush(self, event);
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
