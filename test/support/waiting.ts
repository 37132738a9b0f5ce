import { expect, type Locator, type Page, type Route } from "@playwright/test";
import type { Sealed } from "@/app/_pwa/phone/seal";
import { check, chooseSetting, verdicts } from "@/test/support/crew";

/** By which a crew's phone asks. */
export const questionRoute = "**/api/trpc/lookup.child*";

/** A crew's phone that is ready to lose its signal: setting chosen, shell put away, phone taken. */
export async function readyPhone(crew: Page): Promise<Page> {
  await chooseSetting(crew, "Ambulance");
  await untilShellIsKept(crew);
  return crew;
}

/** The service worker has put the shell away, controls the page, the directory is here, and the phone knows its person. */
export async function untilShellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const isKept = await caches.open("lantern-directory").then((cache) => cache.match("/api/directory"));
    return (
      active?.state === "activated" && navigator.serviceWorker.controller !== null && isKept !== undefined
    );
  });
  // A phone that does not know yet that its person looks children up has no number pad without a signal.
  const known = new URL(page.url()).pathname === "/check" ? /"asks":/ : /"role":/;
  await expect.poll(() => keptPerson(page)).toMatch(known);
}

/** Who the phone believes is signed in, opened with the phone's own key; empty while it knows nobody. */
function keptPerson(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const result = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no database"));
      });
    if ((await indexedDB.databases()).length === 0) return "";
    const database = await result(indexedDB.open("lantern-phone"));
    const facts = database.transaction("facts").objectStore("facts");
    const key: unknown = await result(facts.get("key"));
    const session = (await result(facts.get("session"))) as { readonly person: Sealed } | undefined;
    database.close();
    if (!(key instanceof CryptoKey) || session === undefined) return "";
    const { iv, bytes } = session.person;
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes));
  });
}

/**
 * Lets a test answer, in place of the service, what the phone asks of it. From when the service worker is in charge: what
 * is asked while it takes over would pass the test by.
 */
export async function answerInstead(
  page: Page,
  url: string,
  answer: (route: Route) => Promise<void> | undefined,
): Promise<void> {
  await untilShellIsKept(page);
  await page.context().route(url, answer);
}

/** Asks without a signal. */
export async function askWithoutSignal(crew: Page, nhsNumber: string): Promise<void> {
  await crew.context().setOffline(true);
  await check(crew, nhsNumber);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(crew.getByText("The question is kept on this phone.")).toBeVisible();
}

export function answerNotice(page: Page): Locator {
  return page.getByRole("link", { name: /^Open the answer/ });
}

export function waitingCount(page: Page): Locator {
  return page.getByRole("banner").getByText(/^\d+ waiting$/);
}

/** Somebody comes back to the app, which looks after what waits. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

/** Comes back until the answer is there: another window, or the service worker, may just have the question in hand. */
export async function untilAnswered(page: Page): Promise<void> {
  await expect(async () => {
    await comeBack(page);
    await expect(answerNotice(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

/**
 * A phone without Background Sync, as iPhones are, from the next page on. For tests that set the clock: a service worker
 * would go by the real one.
 */
export async function withoutBackgroundSync(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(ServiceWorkerRegistration.prototype, "sync", { value: undefined });
  });
}

/** Everything in the phone's own database as the disk has it, keys of objects and bytes read as text. */
export function rawDatabase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
      if (value instanceof CryptoKey)
        return { extractable: value.extractable, algorithm: value.algorithm.name };
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
    };
    const result = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no database"));
      });
    const database = await result(indexedDB.open("lantern-phone"));
    const kept: unknown[] = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      kept.push(name, await result(store.getAllKeys()));
      const values: unknown[] = await result(database.transaction(name).objectStore(name).getAll());
      kept.push(...values.map(plain));
    }
    database.close();
    return JSON.stringify(kept);
  });
}
