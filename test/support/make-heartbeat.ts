import type { World } from "@/test/support/make-world";

/** A worker that gave its newest sign of life so many seconds ago. */
export async function makeHeartbeat(world: World, now: Date, secondsAgo: number): Promise<void> {
  await world.sql("insert into worker_heartbeat values ('worker-1', $1), ('worker-0', $2)", [
    new Date(now.getTime() - secondsAgo * 1_000),
    new Date(now.getTime() - 3_600_000),
  ]);
}
