import { randomUUID } from "node:crypto";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { share } from "@/server/jobs/push-hosts";
import type { AlertBench } from "@/test/bench/alert";
import { measurePushFloor } from "@/test/bench/push-floor";
import { raiseAtOnce } from "@/test/bench/raise-at-once";

const size = Number(process.env["BENCH_BURST"] ?? 1_000);

export type BurstRow = Readonly<Record<string, number>>;

/**
 * So many alerts in one transaction, as in the worst minute of a night: seconds until the last push has left. The floor,
 * in the same run: the `web-push` library alone, in a process of its own like the worker, with the same keys, to the same
 * phones, with as many at once.
 */
export async function measureBurst(alertBench: AlertBench): Promise<BurstRow> {
  const { push, duty, bench, nextNumber } = alertBench;
  const alertIds = await raiseAtOnce(bench, Array.from({ length: size }, nextNumber));
  const committedAt = performance.now();
  const topics = alertIds.map(pushTopic);
  await push.waitFor(topics);
  const arrived = topics.flatMap((topic) => push.arrivals.get(topic) ?? []);
  if (arrived.length < size) throw new Error(`${String(size - arrived.length)} pushes were lost`);
  const project = (Math.max(...arrived) - committedAt) / 1_000;

  const { environment } = bench.product;
  const floor = await measurePushFloor(push, {
    name: `floor-${randomUUID().slice(0, 8)}`,
    phones: duty.phones,
    count: size,
    concurrency: share,
    certificateAuthorityPem: push.certificateAuthorityPem,
    vapid: {
      subject: environment["VAPID_SUBJECT"] ?? "",
      publicKey: environment["VAPID_PUBLIC_KEY"] ?? "",
      privateKey: environment["VAPID_PRIVATE_KEY"] ?? "",
    },
  });
  return {
    alerts: size,
    "first left s": round((Math.min(...arrived) - committedAt) / 1_000),
    "last left s": round(project),
    "floor s": round(floor),
    "times the floor": round(project / floor),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
