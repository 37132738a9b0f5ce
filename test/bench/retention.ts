import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { removeOld } from "@/server/domain/retention/remove-old";
import { systemActor } from "@/server/vocabulary/actor";
import { ask } from "@/test/bench/ask";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { addInsightPast, countPast } from "@/test/bench/insight-past";
import { openLoad } from "@/test/bench/load";
import { percentile } from "@/test/bench/percentile";
import { makeNhsNumber } from "@/test/support/make-world";

const lookups = Number(process.env["BENCH_LOOKUPS"] ?? 1_000_000);
/** Of the year that is written the oldest month leaves. */
const keptDays = 335;

/**
 * `npm run bench retention`: how long the oldest month of a year of lookups takes to leave, with its alerts, while 50 lookups
 * a second are asked. BENCH_LOOKUPS says how many lookups the year has.
 */
export async function benchRetention(): Promise<void> {
  console.log(`bench retention: production build, ${lookups.toLocaleString("en-GB")} lookups of a year`);
  const bench = await startBenchProduct();
  try {
    await addInsightPast(bench.owner, { lookups: lookups, days: 365 });
    await countPast(bench.product.appUrl);
    await makeOld(bench);
    const before = await sizes(bench);
    const quiet = await openLoad(50, 10, () => lookUp(bench));
    const asking = openLoad(50, 20, () => lookUp(bench));
    const removal = await removeAll(bench);
    const beside = await asking;
    console.table([before, await sizes(bench)]);
    console.table({
      "removal, s": round(removal.seconds),
      steps: removal.steps.length,
      "step p50, ms": round(percentile(removal.steps, 0.5)),
      "longest step, ms": round(Math.max(...removal.steps)),
      "lookups p50 / p99 alone, ms": `${String(round(quiet.p50))} / ${String(round(quiet.p99))}`,
      "lookups p50 / p99 beside, ms": `${String(round(beside.p50))} / ${String(round(beside.p99))}`,
      "lookups failed": quiet.failures + beside.failures,
    });
  } finally {
    await bench.stop();
  }
}

/** The month is as old as it is kept, its alerts are closed and their children are on no plan any more. */
async function makeOld({ owner }: BenchProduct): Promise<void> {
  await owner.query(
    `insert into alert_event (alert_id, kind, outcome, happened_at)
     select id, 'closed', 'no-concern', raised_at + interval '2 hours' from alert
     where lantern_alert_standing(id) <> 'ended'`,
  );
  await owner.query("delete from plan where subject_id in (select subject_id from alert)");
  await owner.query("delete from changed_day");
  await owner.query("update retention set days = $1 where is_counted", [keptDays]);
  await owner.query("analyze");
}

async function removeAll({ product, owner }: BenchProduct) {
  const database = connectDatabase({ url: product.appUrl, connections: 1 });
  await owner.query("update retention set begun_at = now() - interval '2 days'");
  const steps: number[] = [];
  const startedAt = performance.now();
  for (let isDone = false; !isDone;) {
    const stepAt = performance.now();
    const occasion = { actor: systemActor("worker"), now: new Date() };
    ({ isDone } = await withWork(database, occasion, (work) => removeOld(work)));
    steps.push(performance.now() - stepAt);
  }
  await database.$disconnect();
  return { steps, seconds: (performance.now() - startedAt) / 1_000 };
}

async function sizes({ owner }: BenchProduct): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(
    `select (select count(*)::int from lookup where asked_at < now() - interval '300 days') as "lookups of the oldest days",
       (select count(*)::int from alert) as alerts, (select count(*)::int from alert_event) as events`,
  );
  return rows[0] ?? {};
}

async function lookUp({ askers }: BenchProduct): Promise<void> {
  const asker = askers[Math.floor(Math.random() * askers.length)];
  if (asker === undefined) throw new Error("nobody is signed in");
  await ask(asker, makeNhsNumber());
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
