import { pushTopic } from "@/server/gateways/web-push-topic";
import type { AlertBench } from "@/test/bench/alert";
import { ask } from "@/test/bench/ask";
import { openLoad } from "@/test/bench/load";
import { percentile } from "@/test/bench/percentile";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 30);

export type RateRow = Readonly<Record<string, number>>;

/** So many known children a second; each has an alert, and each alert its push. Throws if one was lost. */
export async function measureRate(
  { bench, push, commits, nextNumber }: AlertBench,
  hitsPerSecond: number,
): Promise<RateRow> {
  const askedAt = new Map<string, number>();
  const load = await openLoad(hitsPerSecond, seconds, async (index) => {
    const asker = bench.askers[index % bench.askers.length];
    if (asker === undefined) throw new Error("nobody is signed in");
    const nhsNumber = nextNumber();
    askedAt.set(nhsNumber, performance.now());
    await ask(asker, nhsNumber);
  });
  const { rows: alerts } = await bench.owner.query<{ id: string; nhs_number: string }>(
    `select alert.id, nhs_number from alert join lookup on lookup.id = lookup_id where nhs_number = any ($1)`,
    [[...askedAt.keys()]],
  );
  await push.waitFor(alerts.map(({ id }) => pushTopic(id)));

  const pushed = alerts.flatMap(({ id, nhs_number }) => {
    const arrived = push.arrivals.get(pushTopic(id));
    const [asked, committed] = [askedAt.get(nhs_number), commits.at.get(id)];
    if (arrived === undefined || asked === undefined || committed === undefined) return [];
    return [{ sinceCommit: Math.max(0, arrived - committed), sinceQuestion: arrived - asked }];
  });
  const sinceCommit = pushed.map((one) => one.sinceCommit);
  const sinceQuestion = pushed.map((one) => one.sinceQuestion);
  // A child that two authorities know has two alerts.
  const lost = load.failures + (alerts.length - pushed.length);
  if (lost > 0 || alerts.length < load.count)
    throw new Error(
      `${String(load.failures)} questions failed, ${String(alerts.length - pushed.length)} pushes were lost`,
    );
  return {
    "hits a second": hitsPerSecond,
    alerts: alerts.length,
    lost,
    "since commit p50": round(percentile(sinceCommit, 0.5)),
    "since commit p99": round(percentile(sinceCommit, 0.99)),
    "since question p50": round(percentile(sinceQuestion, 0.5)),
    "since question p99": round(percentile(sinceQuestion, 0.99)),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
