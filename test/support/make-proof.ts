import type { World } from "@/test/support/make-world";

/** A delivery to the service itself that was proven so many seconds ago. */
export async function makeProof(world: World, now: Date, secondsAgo: number): Promise<void> {
  await world.sql("insert into delivery_proof (begun_at, proven_at) values ($1, $1)", [
    new Date(now.getTime() - secondsAgo * 1_000),
  ]);
}
