import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { PersonId, type OrganisationId } from "@/server/vocabulary/ids";
import { roles, type Role } from "@/server/vocabulary/permission";

const Holder = z.object({ personId: PersonId, name: z.string(), role: z.enum(roles) });
/** A person in a role at an organisation. */
export type Holder = Readonly<z.infer<typeof Holder>>;

/** A role that nobody has claimed for so long is not counted on. */
export const claimedDays = 90;

/**
 * Who has one of these roles at an organisation, by name. A sign-in claims one role: whoever has claimed another one
 * there since has moved on, and whoever has claimed none for 90 days has left.
 */
export async function readHolders(
  { tx, now }: Work,
  organisationId: OrganisationId | string,
  wanted: readonly Role[],
): Promise<Holder[]> {
  const rows: unknown = await tx.$queryRaw`
    select held.person_id as "personId", name, role
    from role_assignment held join person on person.id = held.person_id
    where role = any (${[...wanted]}::text[]) and ${isHeldAt(Prisma.sql`${organisationId}::uuid`, now)}
    order by name, held.person_id`;
  return z.array(Holder).parse(rows);
}

/** The condition on `role_assignment held` by which somebody has the role at an organisation at this time. */
export function isHeldAt(organisationId: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`held.organisation_id = ${organisationId}
    and held.last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
    and not exists (select 1 from role_assignment later
      where later.person_id = held.person_id and later.organisation_id = held.organisation_id
        and later.last_claimed_at > held.last_claimed_at)`;
}
