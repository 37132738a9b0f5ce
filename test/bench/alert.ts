import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { measureAcknowledgements } from "@/test/bench/alert-acknowledgement";
import { measureBurst } from "@/test/bench/alert-burst";
import { measureRate } from "@/test/bench/alert-rate";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { addDutyPeople, type DutyPeople } from "@/test/bench/duty-people";
import { hearCommits, type Commits } from "@/test/bench/hear-commits";
import { percentile } from "@/test/bench/percentile";
import { startBenchPushService, type BenchPushService } from "@/test/bench/push-service";

/** What every part of this benchmark works with. */
export interface AlertBench {
  readonly bench: BenchProduct;
  readonly push: BenchPushService;
  readonly duty: DutyPeople;
  readonly commits: Commits;
  /** A child nobody has asked about in this run: a second look at one would raise no alert. */
  readonly nextNumber: () => string;
}

const hitsPerSecond = [1, 10, 50];
/** Each with a floor of its own beside it, since a machine is not equally quick all the time. */
const burstsInTurn = Number(process.env["BENCH_BURSTS"] ?? 5);

/**
 * `npm run bench alert`: the time from an alert's commit to the request that leaves for the push service at 1, 10 and 50
 * known children a second; a burst of 1,000 alerts against the `web-push` library alone; and from the social worker's
 * "I'm taking this" to the crew's screen. Generator and push service are this process: one clock, and the way through
 * the network included. Throws if an alert has no push.
 */
export async function benchAlert(): Promise<void> {
  console.log("bench alert: production build, 230,000 plans, one worker, a push service on this machine");
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-push-"));
  await chmod(directory, 0o711);
  const push = await startBenchPushService();
  const authority = path.join(directory, "push-authority.pem");
  await writeFile(authority, push.certificateAuthorityPem);
  const bench = await startBenchProduct({
    PUSH_HOSTS: push.host,
    PUSH_CERTIFICATE_AUTHORITY_FILE: authority,
  });

  try {
    const duty = await addDutyPeople(bench, push);
    console.log(`  ${String(duty.phones.length)} people on rung 1 have a phone`);
    const commits = await hearCommits(bench.product.ownerUrl);
    await measureAll({ bench, push, duty, commits, nextNumber: inTurn(bench.heldNumbers) });
    await commits.stop();
  } finally {
    await bench.stop();
    await push.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureAll(alertBench: AlertBench): Promise<void> {
  const rates = [];
  for (const rate of hitsPerSecond) rates.push(await measureRate(alertBench, rate));
  console.log("\nMilliseconds until the request left for the push service:");
  console.table(rates);

  console.log("\nMilliseconds until the crew's screen said who has taken it:");
  console.table(await measureAcknowledgements(alertBench));

  console.log("\nA burst of alerts, committed at once:");
  const bursts = [];
  while (bursts.length < burstsInTurn) bursts.push(await measureBurst(alertBench));
  console.table(bursts);
  const ratios = bursts.map((row) => row["times the floor"] ?? Number.NaN);
  console.log(`times the floor, middle of ${String(burstsInTurn)}: ${String(percentile(ratios, 0.5))}`);
}

function inTurn(numbers: readonly string[]): () => string {
  let next = 0;
  return () => {
    const number = numbers[next++];
    if (number === undefined) throw new Error("every known child has been asked about");
    return number;
  };
}
