import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { Browser, Page } from "@playwright/test";
import { freePort } from "@/server/demo/demo-port";

/** Where an empty application of the same framework is built: inside the project, so that it finds the same packages. */
const emptyApp = path.resolve(".data/bench-empty-app");

const emptyFiles = {
  // Its own: the framework looks for these in the folders above.
  "next.config.mjs": "export default {};",
  "instrumentation.js": "export function register() {}",
  "package.json": '{ "name": "empty", "private": true, "type": "module" }',
  "app/layout.jsx":
    "export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html>; }",
  "app/page.jsx": "export default function Page() { return <p>Nothing.</p>; }",
};

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

async function startEmptyApp(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  await rm(emptyApp, { recursive: true, force: true });
  for (const [file, text] of Object.entries(emptyFiles)) {
    await mkdir(path.dirname(path.join(emptyApp, file)), { recursive: true });
    await writeFile(path.join(emptyApp, file), text);
  }
  const next = path.resolve("node_modules/next/dist/bin/next");
  const build = spawn(process.execPath, [next, "build"], {
    cwd: emptyApp,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await once(build, "exit");
  if (build.exitCode !== 0) throw new Error("the empty page could not be built");

  const port = String(await freePort());
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", port], {
    cwd: emptyApp,
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswered(origin);
  return {
    origin,
    stop: async () => {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      await rm(emptyApp, { recursive: true, force: true });
    },
  };
}

async function untilAnswered(origin: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the empty page is not served");
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
