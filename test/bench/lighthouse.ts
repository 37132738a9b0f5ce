import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { startEmptyApp } from "@/test/bench/empty-app";
import { percentile } from "@/test/bench/percentile";
import { findChromium } from "@/test/support/browsers";
import { check, chooseSetting, verdicts } from "@/test/support/crew";

const runs = Number(process.env["BENCH_COUNT"] ?? 5);
const categories = ["performance", "accessibility", "best-practices"] as const;

interface Visited {
  readonly name: string;
  readonly url: string;
}

/**
 * `npm run bench lighthouse`: how Lighthouse judges the pages of a crew as a phone sees them (slow 4G, a processor four
 * times slower), the middle of several runs; and beside them an empty page of the same framework on the same machine, which
 * says how much of a score is the machine's own.
 */
export async function benchLighthouse(): Promise<void> {
  console.log(`bench lighthouse: production build, mobile, ${String(runs)} runs of each`);
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-"));
  await chmod(directory, 0o711);
  const product = await startProduct({ directory, port: await freePort(), onProgress: () => undefined });
  const empty = await startEmptyApp();
  try {
    const signedIn = await signInWithCard(product.origin);
    const rows = [await judge({ name: "empty page", url: empty.origin }, {})];
    for (const page of signedIn.pages) rows.push(await judge(page, signedIn.headers));
    console.table(rows);
  } finally {
    await empty.stop();
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A crew with an answer: which pages to look at, and as whom. */
async function signInWithCard(origin: string) {
  const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto("/sign-in?login_hint=crew");
    await chooseSetting(page, "Ambulance");
    await check(page, "9990000018");
    await verdicts(page).held.waitFor();
    const cookies = await context.cookies(origin);
    const pages: Visited[] = [
      { name: "sign-in", url: `${origin}/sign-in` },
      { name: "number pad", url: `${origin}/check` },
      { name: "card", url: page.url() },
    ];
    return { pages, headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") } };
  } finally {
    await browser.close();
  }
}

type Row = Readonly<Record<string, string | number>>;

async function judge({ name, url }: Visited, headers: Record<string, string>): Promise<Row> {
  const scores = new Map<string, number[]>();
  const add = (what: string, value: number) => scores.set(what, [...(scores.get(what) ?? []), value]);
  for (let run = 1; run <= runs; run += 1) {
    const report = await look(url, name === "sign-in" ? {} : headers);
    if (new URL(report.finalDisplayedUrl).pathname !== new URL(url).pathname)
      throw new Error(`${name} led to ${new URL(report.finalDisplayedUrl).pathname}`);
    for (const category of categories) add(category, (report.categories[category]?.score ?? 0) * 100);
    for (const audit of ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"])
      add(audit, report.audits[audit]?.numericValue ?? Number.NaN);
    console.log(`  ${name} ${String(run)} of ${String(runs)}`);
  }
  const middle = (what: string) => percentile(scores.get(what) ?? [], 0.5);
  return {
    page: name,
    performance: Math.round(middle("performance")),
    accessibility: Math.round(middle("accessibility")),
    "best practices": Math.round(middle("best-practices")),
    "largest paint ms": Math.round(middle("largest-contentful-paint")),
    "blocked ms": Math.round(middle("total-blocking-time")),
    "layout shift": Math.round(middle("cumulative-layout-shift") * 1000) / 1000,
  };
}

/** A browser of its own for each look, as somebody comes who was never here. */
async function look(url: string, extraHeaders: Record<string, string>) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", `--remote-debugging-port=${String(port)}`],
  });
  try {
    const result = await lighthouse(url, {
      port,
      logLevel: "error",
      onlyCategories: [...categories],
      extraHeaders,
    });
    if (result === undefined) throw new Error("Lighthouse came to no result.");
    return result.lhr;
  } finally {
    await browser.close();
  }
}
