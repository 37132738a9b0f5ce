import { z } from "zod";
import type { Work } from "@/server/db/work";
import { ageOf, type FiguresAge } from "@/server/domain/insight/read-age";
import type { Actor } from "@/server/vocabulary/actor";

const Predecessor = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What it became part of. */
  followedBy: z.string(),
  since: z.iso.date(),
});

/** An organisation that is no more, whose counts are those of the one that follows. */
export type Predecessor = Readonly<z.infer<typeof Predecessor>>;

/** On what figures rest: how old they are, and whose counts are in them besides those of one's own organisations. */
export interface Basis extends FiguresAge {
  /** What went before the organisations of whoever asks, over any number of steps, by name; an operator counts all anyway. */
  readonly predecessors: readonly Predecessor[];
}

const Row = z.tuple([z.object({ counted_at: z.date().nullable(), predecessors: z.array(Predecessor) })]);

/** Read before the figures, in one query: they may be newer, never older, than what it says. */
export async function readBasis({ tx, actor, now }: Work): Promise<Basis> {
  const own = ownOf(actor);
  const rows: unknown = await tx.$queryRaw`
    with recursive gone as (
      select predecessor_id, successor_id, since from organisation_succession where successor_id = any (${own}::uuid[])
      union
      select older.predecessor_id, older.successor_id, older.since
      from organisation_succession older join gone on older.successor_id = gone.predecessor_id)
    select (select counted_at from figures_state) as counted_at,
      coalesce(json_agg(json_build_object('id', predecessor.id, 'name', predecessor.name,
        'followedBy', successor.name, 'since', since) order by predecessor.name, predecessor.id), '[]') as predecessors
    from gone join organisation predecessor on predecessor.id = predecessor_id
      join organisation successor on successor.id = successor_id
    where not predecessor_id = any (${own}::uuid[])`;
  const [{ counted_at, predecessors }] = Row.parse(rows);
  return { ...ageOf(counted_at ?? undefined, now), predecessors };
}

function ownOf(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  if (actor.role === "authority-manager") return [...actor.authorityIds];
  return actor.role === "health-manager" ? [actor.organisationId] : [];
}
