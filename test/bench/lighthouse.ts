import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { startEmptyApp } from "@/test/bench/empty-app";
import { percentile } from "@/test/bench/percentile";
import { timesSlower } from "@/test/bench/phone-processor";
import { findChromium } from "@/test/support/browsers";
import { check, chooseSetting, verdicts } from "@/test/support/crew";

const runs = Number(process.env["BENCH_COUNT"] ?? 5);
const categories = ["performance", "accessibility", "best-practices"] as const;
/** The network of Lighthouse's mobile preset, and its processor: four times slower than the machine it runs on. */
const slow4G = { rttMs: 150, throughputKbps: 1_638.4 };
const fourTimesSlower = 4;

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/**
 * `npm run bench lighthouse`: how Lighthouse judges the pages of a crew as a phone sees them (slow 4G, a processor four
 * times slower), the middle of several runs; and beside them an empty page of the same framework on the same machine, which
 * says how much of a score is the machine's own. Four times is meant for a fast machine, so each page is looked at with the
 * slowdown too that Lighthouse's calculator gives for the speed that it finds of this one.
 */
export async function benchLighthouse(): Promise<void> {
  console.log(`bench lighthouse: production build, mobile, ${String(runs)} runs of each`);
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-"));
  await chmod(directory, 0o711);
  const product = await startProduct({ directory, port: await freePort(), onProgress: () => undefined });
  const empty = await startEmptyApp();
  const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: ["--no-sandbox"] });
  try {
    const crew = await signedInCrew(browser, product.origin);
    const rows = [
      await judge("empty page", empty.origin, {}),
      await judge("sign-in", `${product.origin}/sign-in`, {}),
      await judge("number pad", crew.url(), await cookiesOf(crew)),
    ];
    await check(crew, "9990000018");
    await verdicts(crew).held.waitFor();
    console.table([...rows, await judge("card", crew.url(), await cookiesOf(crew))]);
  } finally {
    await browser.close();
    await empty.stop();
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A crew before the first child of a call. */
async function signedInCrew(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto("/sign-in?login_hint=crew");
  await chooseSetting(page, "Ambulance");
  return page;
}

async function cookiesOf(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies(page.url());
  return { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

type Row = Readonly<Record<string, string | number>>;

async function judge(name: string, url: string, headers: Record<string, string>): Promise<Row> {
  const scores = new Map<string, number[]>();
  const add = (what: string, value: number) => scores.set(what, [...(scores.get(what) ?? []), value]);
  for (let run = 1; run <= runs; run += 1) {
    const report = await look(url, headers, fourTimesSlower);
    for (const category of categories) add(category, scoreOf(report, category));
    for (const audit of ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"])
      add(audit, report.audits[audit]?.numericValue ?? Number.NaN);
    const { benchmarkIndex } = report.environment;
    add("machine", benchmarkIndex);
    add("slower", timesSlower(benchmarkIndex));
    const calibrated = await look(url, headers, timesSlower(benchmarkIndex));
    add("calibrated", scoreOf(calibrated, "performance"));
    add("calibrated blocked", calibrated.audits["total-blocking-time"]?.numericValue ?? Number.NaN);
    console.log(`  ${name} ${String(run)} of ${String(runs)}`);
  }
  const middle = (what: string) => percentile(scores.get(what) ?? [], 0.5);
  return {
    page: name,
    performance: Math.round(middle("performance")),
    calibrated: Math.round(middle("calibrated")),
    accessibility: Math.round(middle("accessibility")),
    "best practices": Math.round(middle("best-practices")),
    "largest paint ms": Math.round(middle("largest-contentful-paint")),
    "blocked ms": Math.round(middle("total-blocking-time")),
    "calibrated blocked ms": Math.round(middle("calibrated blocked")),
    "times slower": Math.round(middle("slower") * 10) / 10,
    "layout shift": Math.round(middle("cumulative-layout-shift") * 1000) / 1000,
    "machine's index": Math.round(middle("machine")),
  };
}

function scoreOf({ categories: judged }: Result, category: string): number {
  return (judged[category]?.score ?? 0) * 100;
}

/** A browser of its own for each look, as somebody comes who was never here. */
async function look(url: string, extraHeaders: Record<string, string>, slower: number): Promise<Result> {
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
      throttling: { ...slow4G, cpuSlowdownMultiplier: slower },
    });
    if (result === undefined) throw new Error("Lighthouse came to no result.");
    const { pathname } = new URL(result.lhr.finalDisplayedUrl);
    if (pathname !== new URL(url).pathname) throw new Error(`${url} led to ${pathname}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}
