import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Subject } from "@/server/domain/alert/add-alerts";
import type { OpenMissed } from "@/server/domain/alert/missed/choose-missed";
import { AlertId, OrganisationId } from "@/server/vocabulary/ids";

const OpenRow = z.object({
  alertId: AlertId,
  authorityId: OrganisationId,
  raisedAt: z.date(),
  isHeld: z.boolean(),
});

/** Alerts of missed appointments of these children that the person's organisation raised and that are open still. */
export async function findOpenMissed(
  { tx }: Work,
  subjects: readonly Subject[],
): Promise<readonly (OpenMissed & { readonly authorityId: OrganisationId })[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select alert.id as "alertId", alert.authority_id as "authorityId", alert.raised_at as "raisedAt",
      standing = 'held' as "isHeld"
    from unnest(
        ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
        ${subjects.map(({ authorityId }) => authorityId)}::uuid[]
      ) as wanted (subject_id, authority_id)
      join alert on alert.subject_id = wanted.subject_id and alert.authority_id = wanted.authority_id
      cross join lateral (select lantern_alert_standing(alert.id) as standing) stands
    where alert.kind = 'was-not-brought' and standing <> 'ended'`;
  return rows.map((row) => OpenRow.parse(row));
}
