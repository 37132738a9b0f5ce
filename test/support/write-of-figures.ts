import type { PersonActor } from "@/server/vocabulary/actor";
import type { World } from "@/test/support/make-world";

/** What is counted besides looks and alerts, and a statement of who followed whom: of two kinds, so that it widens nothing. */
export async function writeOfFigures(world: World, { personId }: PersonActor, now: Date): Promise<void> {
  await world.sql(
    `insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
     values ($1, 'person', $2, 'Dana Secret', $3, 'feed:read', 'done')`,
    [now, personId, world.authority.id],
  );
  await world.sql(
    "insert into organisation_succession (predecessor_id, successor_id, since, stated_at) values ($1, $2, $3::timestamptz::date, $3)",
    [world.trust.id, world.authority.id, now],
  );
}
