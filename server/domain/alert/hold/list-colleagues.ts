import { z } from "zod";
import type { Work } from "@/server/db/work";
import { PersonId } from "@/server/vocabulary/ids";

const Colleague = z.object({ personId: PersonId, name: z.string() });
export type Colleague = Readonly<z.infer<typeof Colleague>>;

/** A role that nobody has claimed for so long is not counted on. */
const claimedDays = 90;

/** The other duty social workers of the person's own organisation, by name. */
export async function listColleagues({ tx, actor, now }: Work): Promise<readonly Colleague[]> {
  if (actor.kind !== "person") return [];
  const rows: unknown[] = await tx.$queryRaw`
    select person.id as "personId", person.name
    from role_assignment join person on person.id = role_assignment.person_id
    where organisation_id = ${actor.organisationId}::uuid and role = 'duty-social-worker'
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays})
      and person.id <> ${actor.personId}::uuid
    order by person.name, person.id`;
  return rows.map((row) => Colleague.parse(row));
}
