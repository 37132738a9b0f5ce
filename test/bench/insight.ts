import pg from "pg";
import { connectDatabase } from "@/server/db/client";
import { ask } from "@/test/bench/ask";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { measureAlone, nameOf, type AloneStage, type InsightPage } from "@/test/bench/insight-alone";
import { floorOf } from "@/test/bench/insight-floor";
import { managerCount, openPage, signManagersIn, type Manager } from "@/test/bench/insight-managers";
import { addInsightPast, countPast } from "@/test/bench/insight-past";
import { closedLoad, openLoad, type Measured } from "@/test/bench/load";
import { lostSince, processorTime } from "@/test/bench/processor-time";
import { makeNhsNumber } from "@/test/support/make-world";
import { startSecondWeb, type SecondWeb } from "@/test/support/second-web";

const lookups = Number(process.env["BENCH_LOOKUPS"] ?? 10_000_000);
/** Over how many days they are spread; the longest period that is measured. */
const days = Number(process.env["BENCH_DAYS"] ?? 365);
const opened = Number(process.env["BENCH_COUNT"] ?? 400);
/** How long a manager looks at a page before the next one, and for how long that is measured. */
const readingSeconds = 5;
const measuredSeconds = Number(process.env["BENCH_SECONDS"] ?? 30);
/** Two: managers read at one of their own, as docs/operations.md advises. One: where look-ups are asked too. */
const webs = Number(process.env["BENCH_WEBS"] ?? 2);

/**
 * `npm run bench insight`: each page of figures, opened by 20 managers who read each for five seconds, and by 20 at once and
 * without a pause, while 50 lookups a second are asked of another web; against the same numbers for the same manager in one statement by
 * hand over the same counted rows, in the same run. BENCH_LOOKUPS says how many lookups there are, BENCH_DAYS of how many days.
 */
export async function benchInsight(): Promise<void> {
  console.log(
    `bench insight: production build, ${lookups.toLocaleString("en-GB")} lookups of ${String(days)} days, one worker, ${webs === 1 ? "one web" : "two webs"}`,
  );
  const bench = await startBenchProduct();
  const floor = new pg.Pool({ connectionString: bench.product.ownerUrl, max: managerCount });
  const database = connectDatabase({ url: bench.product.appUrl, connections: 1 });
  let second: SecondWeb | undefined;
  try {
    if (webs > 1) second = await startSecondWeb(bench.product);
    await addInsightPast(bench.owner, { lookups, days });
    console.log(`  all days were counted in ${String(round(await countPast(bench.product.appUrl)))} s`);
    // As after any night: else the database does it by itself while pages are measured.
    await bench.owner.query("vacuum analyze");
    const managers = await signManagersIn(bench);
    const stage: Stage = { bench, web: second?.origin ?? bench.product.origin, floor, database, managers };
    // A process that has just begun is measured by nobody.
    await openLoad(20, measuredSeconds, () => lookUp(bench));
    for (const page of [...pages, ...pages]) await closedLoad(managerCount, managerCount, opens(stage, page));
    const quiet = await openLoad(50, measuredSeconds, () => lookUp(bench));
    const rows: Row[] = [];
    for (const page of pages) rows.push(await measurePage(stage, page));
    print(rows, quiet);
    await measureOthers(stage);
    await measureAlone(stage, pages);
  } finally {
    await floor.end();
    await database.$disconnect();
    await second?.stop();
    await bench.stop();
  }
}

const pages: readonly InsightPage[] = [28, days].flatMap((length) => {
  const from = new Date(Date.now() - (length - 1) * 86_400_000).toISOString().slice(0, 10);
  const query = `from=${from}&to=2999-01-01`;
  return [
    { figures: "figures", days: length, from, path: `/insight?${query}` },
    { figures: "times", days: length, from, path: `/insight/times?${query}&by=setting` },
    { figures: "activity", days: length, from, path: `/insight/activity?${query}` },
  ];
});

/** Pages that count no lookups, and who may open them: measured without a floor. */
const otherPages: readonly { readonly path: string; readonly roles: readonly Manager["role"][] }[] = [
  { path: "/tonight", roles: ["authority-manager", "operator"] },
  { path: "/quality", roles: ["authority-manager", "operator"] },
  { path: "/uptake", roles: ["authority-manager", "health-manager", "operator"] },
];

interface Stage extends AloneStage {
  readonly bench: BenchProduct;
  /** Where managers read. */
  readonly web: string;
}

interface Row {
  readonly page: string;
  readonly reading: Measured;
  readonly bareReading: Measured;
  readonly project: Measured;
  readonly bare: Measured;
  readonly meanwhile: Measured;
  readonly lost: string;
}

async function measurePage(stage: Stage, page: InsightPage): Promise<Row> {
  const beside = async (load: () => Promise<Measured>) => {
    const asking = openLoad(50, measuredSeconds, () => lookUp(stage.bench));
    const measured = await load();
    return { measured, meanwhile: await asking };
  };
  const reading = (act: (index: number) => Promise<void>) =>
    beside(() => openLoad(managerCount / readingSeconds, measuredSeconds, act));
  const before = processorTime();
  const { measured: ofReaders, meanwhile } = await reading(opens(stage, page));
  const lost = lostSince(before);
  const { measured: bareReading } = await reading(asks(stage, page));
  const { measured: project } = await beside(() => closedLoad(managerCount, opened, opens(stage, page)));
  const { measured: bare } = await beside(() => closedLoad(managerCount, opened, asks(stage, page)));
  const name = nameOf(page);
  return { page: name, reading: ofReaders, bareReading, project, bare, meanwhile, lost };
}

async function measureOthers(stage: Stage): Promise<void> {
  console.log(
    "\nPages without a floor, read by those who may, while 50 lookups a second are asked, in milliseconds:",
  );
  for (const { path, roles } of otherPages) {
    const theirs = { ...stage, managers: stage.managers.filter(({ role }) => roles.includes(role)) };
    const asking = openLoad(50, measuredSeconds, () => lookUp(stage.bench));
    const { mean, p50, p99, failures } = await openLoad(
      managerCount / readingSeconds,
      measuredSeconds,
      opens(theirs, { path }),
    );
    await asking;
    console.log(
      `  ${path}: mean ${String(round(mean))}, p50 ${String(round(p50))}, p99 ${String(round(p99))}, ${String(failures)} failed`,
    );
  }
}

/** Opens a page by one manager after the other. */
function opens(
  { bench, web, managers }: Stage,
  { path }: Pick<InsightPage, "path">,
): (index: number) => Promise<void> {
  return (index) =>
    openPage(
      `${web.replace("localhost", "127.0.0.1")}${path}`,
      managerAt(managers, index),
      bench.product.origin,
    );
}

/** Asks its floor by one manager after the other. */
function asks({ floor, managers }: Stage, { figures, days }: InsightPage): (index: number) => Promise<void> {
  return async (index) => {
    const { text, values } = floorOf(figures, days, managerAt(managers, index));
    await floor.query(text, [...values]);
  };
}

function managerAt(managers: readonly Manager[], index: number): Manager {
  const manager = managers[index % managers.length];
  if (manager === undefined) throw new Error("no manager is signed in");
  return manager;
}

/** A number that is on no plan, asked by any of the crew. */
export async function lookUp({ askers }: BenchProduct): Promise<void> {
  const asker = askers[Math.floor(Math.random() * askers.length)];
  if (asker === undefined) throw new Error("nobody is signed in");
  await ask(asker, makeNhsNumber());
}

function print(rows: readonly Row[], quiet: Measured): void {
  console.log("\n20 managers, while 50 lookups a second are asked, in milliseconds:");
  console.table(
    rows.map(({ page, reading, bareReading, project, bare, meanwhile, lost }) => ({
      page,
      "reading p50": round(reading.p50),
      p99: round(reading.p99),
      mean: round(reading.mean),
      floor: round(bareReading.p50),
      "floor p99": round(bareReading.p99),
      "floor mean": round(bareReading.mean),
      ratio: round(reading.mean / bareReading.mean),
      "without a pause p50": round(project.p50),
      "its p99": round(project.p99),
      "its floor": round(bare.p50),
      failed: reading.failures + project.failures,
      "lookups p99": round(meanwhile.p99),
      "lookups failed": meanwhile.failures,
      "stolen / disk, %": lost,
    })),
  );
  console.log(
    `Lookups beside nothing: p50 ${String(round(quiet.p50))} ms, p99 ${String(round(quiet.p99))} ms`,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
