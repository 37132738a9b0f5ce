/** The name under which the browser wakes the service worker when there is a signal again. */
export const waitingSyncTag = "lantern-waiting";

/** Asks the browser to wake us when there is a signal, where it can. Elsewhere the open app looks after itself. */
export async function askWhenPossible(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    const sync: unknown = registration === undefined ? undefined : Reflect.get(registration, "sync");
    if (isSyncManager(sync)) await sync.register(waitingSyncTag);
  } catch {
    // Refused, or not known here: no loss, only later.
  }
}

interface SyncManager {
  register(tag: string): Promise<void>;
}

function isSyncManager(value: unknown): value is SyncManager {
  return typeof value === "object" && value !== null && "register" in value;
}
