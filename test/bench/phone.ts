import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { percentile } from "@/test/bench/percentile";
import { measureCards } from "@/test/bench/phone-card";
import { measureColdStarts } from "@/test/bench/phone-cold";
import { compareScripts } from "@/test/bench/phone-scripts";
import { canRunInPages } from "@/test/support/run-in-pages";
import { findChromium } from "@/test/support/browsers";
import { chooseSetting } from "@/test/support/crew";

const count = Number(process.env["BENCH_COUNT"] ?? 30);
/** A phone of some years ago beside this machine. */
const slowdown = 4;

/**
 * `npm run bench phone`: Chromium as a phone, its processor four times slower, with the production build. From the tap on
 * Check to the card, and the server's share of it; from opening Lantern without a network to the number pad; and how much
 * script the page of the number pad sends, beside an empty page of the same framework.
 */
export async function benchPhone(): Promise<void> {
  console.log(
    `bench phone: production build, Chromium ${String(slowdown)} times slower, ${String(count)} of each`,
  );
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-"));
  await chmod(directory, 0o711);
  const product = await startProduct({
    directory,
    port: await freePort(),
    environment: { LOOKUPS_PER_MINUTE: "1000" },
    onProgress: () => undefined,
  });
  const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: ["--no-sandbox"] });
  try {
    const crew = await signedIn(browser, product.origin);
    const cards = await measureCards(crew, count);
    const cold = await measureColdStarts(crew, count);
    console.table([
      row("tap on Check to the card", cards.toCard),
      row("of it: until the server answered", cards.toAnswer),
      row("opened without a network, to the number pad", cold),
    ]);
    console.table(await compareScripts(browser, crew));
  } finally {
    await browser.close();
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function signedIn(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  await canRunInPages(context);
  const page = await context.newPage();
  await page.goto("/sign-in?login_hint=crew");
  await chooseSetting(page, "Ambulance");
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return page;
}

function row(what: string, milliseconds: readonly number[]): Readonly<Record<string, string | number>> {
  const value = (share: number) => Math.round(percentile(milliseconds, share));
  return { what, "p50 ms": value(0.5), "p95 ms": value(0.95) };
}
