import { z } from "zod";
import type { Work } from "@/server/db/work";
import { claimedDays } from "@/server/domain/rota/read-holders";
import { PersonId, type AlertId } from "@/server/vocabulary/ids";

const Manager = z.object({ personId: PersonId });

/** The managers of the authority that an alert is for. */
export async function readManagers({ tx, now }: Work, alertId: AlertId): Promise<readonly PersonId[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select distinct person_id as "personId"
    from role_assignment join alert on alert.authority_id = role_assignment.organisation_id
    where alert.id = ${alertId}::uuid and role = 'authority-manager'
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
    order by 1`;
  return rows.map((row) => Manager.parse(row).personId);
}
