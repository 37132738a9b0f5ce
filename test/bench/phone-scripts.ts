import type { Browser, Page } from "@playwright/test";
import { startEmptyApp } from "@/test/bench/empty-app";

export type ScriptRow = Readonly<Record<string, string | number>>;

/**
 * Script that a page sends over the network, compressed, in kB (1,000 bytes): the page of the number pad, without what is
 * loaded when a code is scanned, and an empty page of the same framework built in the same run.
 */
export async function compareScripts(browser: Browser, crew: Page): Promise<readonly ScriptRow[]> {
  const { cookies } = await crew.context().storageState();
  const ours = await scriptBytes(browser, { url: new URL("/check", crew.url()).href, cookies });
  const empty = await startEmptyApp();
  try {
    const floor = await scriptBytes(browser, { url: empty.origin, cookies: [] });
    return [
      { page: "number pad", kB: kilobytes(ours), ratio: Math.round((ours / floor) * 100) / 100 },
      { page: "empty page", kB: kilobytes(floor), ratio: 1 },
    ];
  } finally {
    await empty.stop();
  }
}

interface Visit {
  readonly url: string;
  readonly cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
}

async function scriptBytes(browser: Browser, { url, cookies }: Visit): Promise<number> {
  // What the service worker keeps for later is not part of the page.
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" && !new URL(response.url).pathname.startsWith("/scan/")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  await context.close();
  return bytes;
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
