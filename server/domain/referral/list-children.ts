import { z } from "zod";
import type { Work } from "@/server/db/work";
import { LookupId } from "@/server/vocabulary/ids";

const Child = z.object({ lookupId: LookupId, nhsNumber: z.string(), askedAt: z.date() });
export type ReferableChild = Readonly<z.infer<typeof Child>>;

/**
 * Whom the person could refer together with the child of one card: their own looks in the same incident that told an
 * authority, newest first. That of the card is one of them; without an incident there is no other.
 */
export async function listChildren(
  { tx, actor }: Work,
  lookupId: LookupId,
): Promise<readonly ReferableChild[]> {
  if (actor.kind !== "person") return [];
  const rows: unknown[] = await tx.$queryRaw`
    select distinct on (nhs_number) id as "lookupId", nhs_number as "nhsNumber", asked_at as "askedAt"
    from lookup
    where person_id = ${actor.personId}::uuid and answer = 'held' and mode = 'unscheduled'
      and (id = ${lookupId}::uuid or incident_id = (
        select incident_id from lookup where id = ${lookupId}::uuid and person_id = ${actor.personId}::uuid))
    order by nhs_number, asked_at desc`;
  const children = rows.map((row) => Child.parse(row));
  return children.toSorted((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
}
