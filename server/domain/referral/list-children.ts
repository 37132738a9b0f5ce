import { z } from "zod";
import type { Work } from "@/server/db/work";
import { LookupId } from "@/server/vocabulary/ids";

const Child = z.object({ lookupId: LookupId, nhsNumber: z.string(), askedAt: z.date() });
export type ReferableChild = Readonly<z.infer<typeof Child>>;

/** One incident does not last longer than a shift. */
const incidentHours = 12;

/** Whom the person could refer together: their own looks of the last 12 hours that told an authority, newest first. */
export async function listChildren({ tx, actor, now }: Work): Promise<readonly ReferableChild[]> {
  if (actor.kind !== "person") return [];
  const rows: unknown[] = await tx.$queryRaw`
    select distinct on (nhs_number) id as "lookupId", nhs_number as "nhsNumber", asked_at as "askedAt"
    from lookup
    where person_id = ${actor.personId}::uuid and answer = 'held' and mode = 'unscheduled'
      and asked_at > ${now}::timestamptz - make_interval(hours => ${incidentHours})
    order by nhs_number, asked_at desc`;
  const children = rows.map((row) => Child.parse(row));
  return children.toSorted((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
}
