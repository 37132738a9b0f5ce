import { runWaiting } from "./run-waiting";
import { waitingRecords } from "./waiting-store";
import type { ServiceWorkerScope } from "@/app/_pwa/service-worker-scope";

/**
 * Asks what waits, from the service worker. Whoever has no window of ours before their eyes is told by a notice, if
 * the phone may show one, and never about which child. Rejects while something still waits, so that the browser comes
 * back to it.
 */
export async function askWaiting(worker: ServiceWorkerScope): Promise<void> {
  const answers = await runWaiting();
  if (answers > 0) await tellPerson(worker);
  const records = await waitingRecords();
  if (records.some(({ state }) => state === "waiting")) throw new Error("Questions still wait");
}

async function tellPerson(worker: ServiceWorkerScope): Promise<void> {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.some(({ visibilityState }) => visibilityState === "visible")) return;
  if (Notification.permission !== "granted") return;
  await worker.registration.showNotification("An answer is there", {
    body: "Open Lantern to read it.",
    lang: "en-GB",
    tag: "lantern-answer",
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    data: { navigate: "/check" },
  });
}
