import { ask } from "@/test/bench/ask";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { makeFloor } from "@/test/bench/floor";
import { closedLoad, openLoad, type Measured } from "@/test/bench/load";
import { makeNhsNumber } from "@/test/support/make-world";

const connections = 16;
const heldSeconds = Number(process.env["BENCH_SECONDS"] ?? 60);
const countOfOneRun = Number(process.env["BENCH_COUNT"] ?? 3_000);

/**
 * `npm run bench lookup`: the real procedure over HTTP against a bare client that runs the same statements, both in
 * this run, for hits and misses 5:95 and 50:50; then 50 lookups a second for a minute, and whether anything was lost.
 */
export async function benchLookup(): Promise<void> {
  console.log("bench lookup: production build, 230,000 plans, worker running, 16 connections");
  const bench = await startBenchProduct();
  try {
    const floor = await makeFloor(bench);
    const rows: Row[] = [];
    for (const hitShare of [0.05, 0.5]) {
      const numbers = mix(bench.heldNumbers, hitShare);
      await closedLoad(connections, 300, (index) => askInTurn(bench, index, numbers(index)));
      const project = await closedLoad(connections, countOfOneRun, (index) =>
        askInTurn(bench, index, numbers(index)),
      );
      const bare = await closedLoad(connections, countOfOneRun, (index) => floor.ask(numbers(index)));
      rows.push({ load: `hits ${String(hitShare * 100)} %`, project, bare });
    }
    await floor.stop();
    print(rows);
    await holdFifty(bench);
  } finally {
    await bench.stop();
  }
}

interface Row {
  readonly load: string;
  readonly project: Measured;
  readonly bare: Measured;
}

/** One lookup by the phone's door, of one person after another. */
export async function askInTurn({ askers }: BenchProduct, index: number, nhsNumber: string): Promise<void> {
  const asker = askers[index % askers.length];
  if (asker === undefined) throw new Error("nobody is signed in");
  await ask(asker, nhsNumber);
}

/** The number of the index-th question: held for the given share, else a stranger's. */
export function mix(held: readonly string[], hitShare: number): (index: number) => string {
  let used = Math.floor(Math.random() * held.length);
  const every = Math.round(1 / hitShare);
  return (index) => (index % every === 0 ? (held[used++ % held.length] ?? makeNhsNumber()) : makeNhsNumber());
}

async function holdFifty(bench: BenchProduct): Promise<void> {
  const before = await countLookups(bench);
  const numbers = mix(bench.heldNumbers, 0.05);
  const held = await openLoad(50, heldSeconds, (index) => askInTurn(bench, index, numbers(index)));
  const written = (await countLookups(bench)) - before;

  console.log(`\n50 lookups a second for ${String(heldSeconds)} s (5 % hits):`);
  console.table([
    {
      asked: held.count,
      failed: held.failures,
      written,
      "p50 ms": round(held.p50),
      "p99 ms": round(held.p99),
    },
  ]);
  if (held.failures > 0 || written !== held.count) throw new Error("lookups were lost");
}

async function countLookups({ owner }: BenchProduct): Promise<number> {
  const { rows } = await owner.query<{ count: number }>("select count(*)::int as count from lookup");
  return rows[0]?.count ?? 0;
}

function print(rows: readonly Row[]): void {
  console.table(
    rows.map(({ load, project, bare }) => ({
      load,
      "project /s": round(project.perSecond),
      "p50 ms": round(project.p50),
      "p99 ms": round(project.p99),
      failed: project.failures + bare.failures,
      "floor /s": round(bare.perSecond),
      "floor p50 ms": round(bare.p50),
      "floor p99 ms": round(bare.p99),
      ratio: round(project.perSecond / bare.perSecond),
    })),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
