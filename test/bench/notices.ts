import { createHmac, randomUUID } from "node:crypto";
import { sealSecret } from "@/server/domain/webhook/webhook-secret";
import { sendWebhook } from "@/server/gateways/webhook";
import { WebhookId } from "@/server/vocabulary/ids";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { startCaseSystems, type CaseSystems } from "@/test/bench/case-systems";
import { closedLoad } from "@/test/bench/load";
import { raiseAtOnce } from "@/test/bench/raise-at-once";

const size = Number(process.env["BENCH_BURST"] ?? 1_000);
const bursts = Number(process.env["BENCH_BURSTS"] ?? 3);
/** A few suppliers serve all authorities. */
const suppliers = 8;

/**
 * `npm run bench notices`: so many alerts committed at once, and how long until the case system of each authority has been
 * told, by signed webhook, while the alerts climb; against as many posts of the same size by the bare sender. Throws if
 * one is lost.
 */
export async function benchNotices(): Promise<void> {
  console.log(
    `bench notices: production build, 230,000 plans, one worker, ${String(suppliers)} suppliers' hosts`,
  );
  const systems = await startCaseSystems(suppliers);
  const bench = await startBenchProduct({
    WEBHOOK_HOSTS: systems.hosts.join(","),
    WEBHOOK_LOOPBACK: "allowed",
  });
  try {
    await addCaseSystems(bench, systems);
    const numbers = bench.heldNumbers.slice();
    const rows = [];
    while (rows.length < bursts) rows.push(await measureBurst(bench, systems, numbers.splice(0, size)));
    console.table(rows);
  } finally {
    await bench.stop();
    await systems.stop();
  }
}

/** One for every authority, as if each had taken its test. */
async function addCaseSystems(
  { owner, people, product }: BenchProduct,
  { hosts }: CaseSystems,
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from organisation where kind = 'authority' order by code",
  );
  for (const [index, { id }] of rows.entries()) {
    const host = hosts[index % hosts.length] ?? "";
    const webhookId = WebhookId.parse(randomUUID());
    const sealed = sealSecret("lantern_whsec_bench", webhookId, product.environment["DEVICE_KEY"] ?? "");
    await owner.query(
      `insert into webhook (id, authority_id, address, host, state, made_by_id, made_at, sealed_secret, last_number)
       values ($1, $2, $3, $4, 'active', $5, now(), $6, 0)`,
      [webhookId, id, `http://${host}/lantern`, host, people[0]?.personId, Buffer.from(sealed)],
    );
  }
}

async function measureBurst(bench: BenchProduct, systems: CaseSystems, numbers: readonly string[]) {
  // What became of the alerts before is told as well.
  await systems.quiet(5_000);
  const told = systems.afterNext(numbers.length);
  const alertIds = await raiseAtOnce(bench, numbers);
  const committedAt = performance.now();
  if (alertIds.length < numbers.length) throw new Error("not every child gave an alert");
  const arrivals = await told;
  const seconds = (Math.max(...arrivals) - committedAt) / 1_000;
  const floorPerSecond = await measureFloor(systems, numbers.length);
  return {
    notices: numbers.length,
    "first told s": round((Math.min(...arrivals) - committedAt) / 1_000),
    "last told s": round(seconds),
    "a second": Math.round(numbers.length / seconds),
    "floor a second": Math.round(floorPerSecond),
    "share of the floor": round(numbers.length / seconds / floorPerSecond),
  };
}

/** The same posts, signed, with as many under way as one supplier has room for, and no database. */
async function measureFloor({ hosts }: CaseSystems, count: number): Promise<number> {
  const sender = { hosts, allowsLoopback: true, timeoutMs: 10_000 };
  const { perSecond, failures } = await closedLoad(64, count, async (index) => {
    const body = JSON.stringify({ delivery: randomUUID(), number: index, kind: "raised", at: new Date() });
    const signature = createHmac("sha256", "lantern_whsec_bench").update(body).digest("hex");
    const address = `http://${hosts[index % hosts.length] ?? ""}/floor`;
    const answer = await sendWebhook(sender, { address, headers: { "Lantern-Signature": signature }, body });
    if (answer.kind !== "taken") throw new Error(answer.kind);
  });
  if (failures > 0) throw new Error(`${String(failures)} posts of the floor failed`);
  return perSecond;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
