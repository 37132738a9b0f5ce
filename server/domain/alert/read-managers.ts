import { z } from "zod";
import type { Work } from "@/server/db/work";
import { PersonId, type AlertId } from "@/server/vocabulary/ids";

const Manager = z.object({ personId: PersonId });

/** A role that nobody has claimed for so long is not counted on. */
const claimedDays = 90;

/** The managers of the authority that an alert is for. */
export async function readManagers({ tx, now }: Work, alertId: AlertId): Promise<readonly PersonId[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select distinct person_id as "personId"
    from role_assignment join alert on alert.authority_id = role_assignment.organisation_id
    where alert.id = ${alertId}::uuid and role = 'authority-manager'
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays})
    order by 1`;
  return rows.map((row) => Manager.parse(row).personId);
}
