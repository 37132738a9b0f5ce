import { z } from "zod";
import type { Work } from "@/server/db/work";
import { secondsToWait } from "@/server/domain/lookup/too-often";
import type { Configuration } from "@/server/vocabulary/configuration";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * A person is about to search demographics by name. Counts it before anything is asked, one search after another, so
 * that no two windows have more between them. Refuses: not permitted (no person), no setting chosen, too often.
 */
export async function beginSearch(
  { tx, actor, now }: Work,
  { SEARCHES_PER_MINUTE }: Pick<Configuration, "SEARCHES_PER_MINUTE">,
): Promise<void> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can search by name.");
  if (actor.careSettingId === undefined) throw new Refusal("conflict", "Choose where you work first.");
  const { personId, organisationId } = actor;

  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`search ${personId}`}, 0))::text`;
  const rows: unknown = await tx.$queryRaw`
    select searched_at as at from person_search
    where person_id = ${personId}::uuid and searched_at > ${now}::timestamptz - interval '1 minute'`;
  const searchedAt = z
    .array(z.object({ at: z.date() }))
    .parse(rows)
    .map(({ at }) => at);
  const wait = secondsToWait(searchedAt, SEARCHES_PER_MINUTE, now);
  if (wait > 0) throw new Refusal("too-often", `Too many searches. Wait ${String(wait)} seconds.`, wait);

  await tx.$executeRaw`
    insert into person_search (person_id, organisation_id, searched_at)
    values (${personId}::uuid, ${organisationId}::uuid, ${now})`;
}
