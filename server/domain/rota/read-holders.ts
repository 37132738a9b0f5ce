import { z } from "zod";
import type { Work } from "@/server/db/work";
import { PersonId, type OrganisationId } from "@/server/vocabulary/ids";
import { roles, type Role } from "@/server/vocabulary/permission";

const Holder = z.object({ personId: PersonId, name: z.string(), role: z.enum(roles) });
/** A person in a role at an organisation. */
export type Holder = Readonly<z.infer<typeof Holder>>;

/**
 * Who has one of these roles at an organisation, by name. A sign-in claims one role: whoever has claimed another one
 * there since has moved on. People of other organisations are seen by the worker only.
 */
export async function readHolders(
  { tx }: Work,
  organisationId: OrganisationId | string,
  wanted: readonly Role[],
): Promise<Holder[]> {
  const rows: unknown = await tx.$queryRaw`
    select person_id as "personId", name, role
    from role_assignment held join person on person.id = person_id
    where organisation_id = ${organisationId}::uuid and role = any (${[...wanted]}::text[])
      and not exists (select 1 from role_assignment later
        where later.person_id = held.person_id and later.organisation_id = held.organisation_id
          and later.last_claimed_at > held.last_claimed_at)
    order by name, person_id`;
  return z.array(Holder).parse(rows);
}
