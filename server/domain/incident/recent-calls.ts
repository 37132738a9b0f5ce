import { Prisma } from "@/server/db/generated/client";
import type { PersonActor } from "@/server/vocabulary/actor";

/** The setting that says for how long a card is shown. */
export interface CardLife {
  readonly CARD_CLEARS_AFTER_MINUTES: number;
}

/**
 * Begins a statement with two tables: `since`, the one instant `at` from which on a phone shows what its person asked, and
 * `recent`, the calls (`incident_id`, `at`) in which they asked about a child since then, or said that one is there.
 */
export function recentCalls(
  { sessionId, personId }: Pick<PersonActor, "sessionId" | "personId">,
  now: Date,
  { CARD_CLEARS_AFTER_MINUTES: minutes }: CardLife,
): Prisma.Sql {
  return Prisma.sql`
    with since as (
      select greatest(opened_at, ${now}::timestamptz - make_interval(mins => ${minutes})) as at
      from session where id = ${sessionId}::uuid
    ), recent as (
      select incident_id, asked_at as at from lookup
      where person_id = ${personId}::uuid and incident_id is not null and mode = 'unscheduled'
        and asked_at >= (select at from since)
      union all
      select incident_id, recorded_at from unidentified
      where person_id = ${personId}::uuid
        and recorded_at >= (select at from since)
    )`;
}
