import type { ServiceWorkerScope } from "./service-worker-scope";

/**
 * Brings the address to the front: the window that already shows it, or a new one. A window with another page
 * is left alone, because somebody may be in the middle of something there.
 */
export async function openFromNotification(worker: ServiceWorkerScope, address: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((window) => window.url === address);
  if (open === undefined) await worker.clients.openWindow(address);
  else await open.focus();
}
