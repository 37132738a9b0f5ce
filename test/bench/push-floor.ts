import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { floorTopic, type FloorOrders } from "@/test/bench/push-floor-sender";
import type { BenchPushService } from "@/test/bench/push-service";

/**
 * How long a process that does nothing else takes to encrypt so many pushes and to post them, in seconds until the last
 * has arrived. Like a worker it has started before, and its connections are open.
 */
export async function measurePushFloor(push: BenchPushService, orders: FloorOrders): Promise<number> {
  const sender = spawn(process.execPath, ["--import", "tsx", "test/bench/run.ts", "push-floor"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(sender, "exit");
  const lines = createInterface({ input: sender.stdout })[Symbol.asyncIterator]();
  sender.stdin.write(`${JSON.stringify(orders)}\n`);
  await lines.next();
  const begunAt = performance.now();
  sender.stdin.end("go\n");
  await ended;

  const topics = Array.from({ length: orders.count }, (_, index) => floorTopic(orders.name, index));
  const arrived = topics.flatMap((topic) => push.arrivals.get(topic) ?? []);
  if (arrived.length < orders.count) throw new Error("the floor lost pushes");
  return (Math.max(...arrived) - begunAt) / 1_000;
}
