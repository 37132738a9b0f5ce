import { z } from "zod";
import type { Work } from "@/server/db/work";
import { claimedDays } from "@/server/domain/rota/read-holders";
import { OrganisationId, PersonId } from "@/server/vocabulary/ids";

const Alarmed = z.object({ authorityId: OrganisationId.nullable(), personId: PersonId });

/** Whom to alarm when nobody takes an authority's alert: its managers and the service's operators. */
export async function readAlarmed(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[],
): Promise<(authorityId: OrganisationId) => readonly PersonId[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select case when organisation.kind = 'authority' then organisation.id end as "authorityId", person_id as "personId"
    from role_assignment join organisation on organisation.id = organisation_id
    where last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
      and (role = 'authority-manager' and organisation_id = any (${authorityIds}::uuid[])
        or role = 'operator' and organisation.kind = 'service')
    order by person_id`;
  const alarmed = rows.map((row) => Alarmed.parse(row));

  return (wanted) => {
    const own = alarmed.filter(({ authorityId }) => authorityId === null || authorityId === wanted);
    return [...new Set(own.map(({ personId }) => personId))];
  };
}
