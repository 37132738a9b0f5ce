import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";

const Predecessor = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What it became part of. */
  followedBy: z.string(),
  since: z.iso.date(),
});

/** An organisation that is no more, whose counts are those of the one that follows. */
export type Predecessor = Readonly<z.infer<typeof Predecessor>>;

/** What went before the organisations of whoever asks, over any number of steps, by name; an operator counts all anyway. */
export async function readPredecessors({ tx, actor }: Work): Promise<readonly Predecessor[]> {
  if (actor.kind !== "person") return [];
  const own = ownOf(actor);
  if (own.length === 0) return [];
  const rows: unknown = await tx.$queryRaw`
    with recursive gone as (
      select predecessor_id, successor_id, since from organisation_succession where successor_id = any (${own}::uuid[])
      union
      select older.predecessor_id, older.successor_id, older.since
      from organisation_succession older join gone on older.successor_id = gone.predecessor_id)
    select predecessor.id, predecessor.name, successor.name as "followedBy", since::text
    from gone join organisation predecessor on predecessor.id = predecessor_id
      join organisation successor on successor.id = successor_id
    where not predecessor_id = any (${own}::uuid[])
    order by predecessor.name, predecessor.id`;
  return z.array(Predecessor).parse(rows);
}

function ownOf({ role, organisationId, authorityIds }: PersonActor): readonly string[] {
  if (role === "authority-manager") return authorityIds;
  return role === "health-manager" ? [organisationId] : [];
}
