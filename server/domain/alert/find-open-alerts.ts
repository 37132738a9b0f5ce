import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { OpenAlert } from "@/server/domain/alert/choose-alert";
import { AlertId, CareSettingId, IncidentId, OrganisationId } from "@/server/vocabulary/ids";

const OpenAlertRow = z.object({
  alertId: AlertId,
  authorityId: OrganisationId,
  raisedAt: z.date(),
  careSettingIds: z.array(CareSettingId),
  incidentIds: z.array(IncidentId),
});

interface Subject {
  readonly subjectId: string;
  readonly authorityId: OrganisationId;
}

/** An incident of 12 hours may have joined, at its beginning, an alert of 24 hours before. */
const oldestHours = 36;

/**
 * What a look at these children may join: alerts that the person's organisation raised and that are open still. What is
 * closed, or was about another child, is not opened by a new view, whoever has it: of a look that was taken back neither
 * setting nor incident counts, and an alert of which no look stands is not here. A missed appointment, which may wait for
 * the office, is joined by none.
 */
export async function findOpenAlerts(
  { tx, now }: Work,
  subjects: readonly Subject[],
): Promise<readonly (OpenAlert & { readonly authorityId: OrganisationId })[]> {
  const rows: unknown = await tx.$queryRaw`
    with known as materialized (
      -- Of these children alone: whether an alert is open is asked of none besides, whatever else there is.
      select alert.id, alert.authority_id, alert.raised_at
      from unnest(
          ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
          ${subjects.map(({ authorityId }) => authorityId)}::uuid[]
        ) as wanted (subject_id, authority_id)
        join alert on alert.subject_id = wanted.subject_id and alert.authority_id = wanted.authority_id
      where alert.kind = 'look-up' and alert.raised_at > ${now}::timestamptz - make_interval(hours => ${oldestHours}))
    select known.id as "alertId", known.authority_id as "authorityId", known.raised_at as "raisedAt",
      looks.care_setting_ids as "careSettingIds", looks.incident_ids as "incidentIds"
    from known
      cross join lateral (
        select array_agg(distinct lookup.care_setting_id::text) as care_setting_ids,
          coalesce(array_agg(distinct lookup.incident_id::text) filter (where lookup.incident_id is not null), '{}')
            as incident_ids
        from alert_event look join lookup on lookup.id = look.lookup_id
        where look.alert_id = known.id and lantern_is_look(look.kind) and not exists (
          select from alert_event wrong where wrong.alert_id = look.alert_id
            and wrong.kind = 'wrong-child' and wrong.lookup_id = look.lookup_id)) looks
    where looks.care_setting_ids is not null and lantern_alert_standing(known.id) <> 'ended'`;
  return z.array(OpenAlertRow).parse(rows);
}
