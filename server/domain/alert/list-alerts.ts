import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isWaiting, progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { ageGuesses } from "@/server/vocabulary/incident";
import { AlertId, IncidentId } from "@/server/vocabulary/ids";
import { appointmentKinds } from "@/server/vocabulary/missed-appointment";

const AlertRow = z.object({
  alertId: AlertId,
  kind: AlertKind,
  reference: z.string(),
  raisedAt: z.date(),
  authorityName: z.string(),
  /** Who asked, and where; empty in a drill. */
  organisationName: z.string().nullable(),
  careSettingName: z.string().nullable(),
  isDrill: z.boolean(),
  /** The newest missed appointment that was not taken back, and of how many the alert tells. */
  missed: z
    .object({
      appointmentKind: z.enum(appointmentKinds),
      missedAt: z.string().transform((text) => new Date(text)),
      count: z.number(),
    })
    .nullable(),
  /** The call-out in which it was raised: alerts of one are shown together. */
  incidentId: IncidentId.nullable(),
  /** Children of the same call-out whom nobody could identify, as was said last. */
  unidentified: z.object({ count: z.number(), ageGuess: z.enum(ageGuesses) }).nullable(),
});

/** One line of the duty list: nothing in it says who the child is. */
export type ListedAlert = Readonly<z.infer<typeof AlertRow>> & { readonly progress: AlertProgress };

const shownDays = 7;
const mostAlerts = 100;

/**
 * The alerts of the person's authorities: those that nobody has taken first, the longest waiting on top but for those
 * that may wait for the office, then those that somebody has, then those that ended, of the last seven days. At most 100; open ones are never left out for ended ones.
 */
export async function listAlerts(work: Work): Promise<readonly ListedAlert[]> {
  const authorityIds = work.actor.kind === "person" ? work.actor.authorityIds : [];
  const rows = await findAlerts(work, authorityIds);
  const events = await readAlertEvents(
    work,
    rows.map(({ alertId }) => alertId),
  );
  await recordAudit(work, {
    action: "alert:read",
    outcome: "done",
    detail: `list of ${String(rows.length)}`,
  });

  const listed = rows.map((row) => ({
    ...row,
    progress: progressOf(events.filter(({ alertId }) => alertId === row.alertId)),
  }));
  return urgentFirst(listed);
}

/** What rests until the office opens stands below everything else that waits. */
function urgentFirst(listed: readonly ListedAlert[]): readonly ListedAlert[] {
  const place = ({ progress }: ListedAlert) => {
    if (!isWaiting(progress.stage)) return 2;
    return progress.deferredUntil === undefined ? 0 : 1;
  };
  return listed.toSorted((one, other) => place(one) - place(other));
}

async function findAlerts({ tx, now }: Work, authorityIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    with unended as materialized (select alert_id, standing from lantern_open_alerts()),
      listed as materialized (
        select alert_id, standing from unended
        union all select id, 'ended' from alert
        where authority_id = any (${authorityIds}::uuid[])
          and raised_at > ${now}::timestamptz - make_interval(days => ${shownDays})
          and id not in (select alert_id from unended))
    select alert.id as "alertId", alert.kind, reference, raised_at as "raisedAt", authority.name as "authorityName",
      asker.name as "organisationName", care_setting.name as "careSettingName",
      drilled_by_id is not null as "isDrill", alert.incident_id as "incidentId",
      (select json_build_object('count', count, 'ageGuess', age_guess) from unidentified
        where unidentified.incident_id = alert.incident_id
        order by recorded_at desc, unidentified.id desc limit 1) as unidentified,
      (select json_build_object('appointmentKind', appointment_kind, 'missedAt', missed_at,
          'count', (select count(*) from (select distinct appointment_kind, missed_at
            from missed_appointment every where every.alert_id = alert.id) appointments))
        from missed_appointment missed where missed.alert_id = alert.id
        order by exists (select from alert_event wrong where wrong.alert_id = missed.alert_id
          and wrong.kind = 'wrong-child' and wrong.lookup_id = missed.lookup_id), reported_at desc
        limit 1) as missed
    from listed join alert on alert.id = listed.alert_id
      join organisation authority on authority.id = alert.authority_id
      left join organisation asker on asker.id = alert.organisation_id
      left join care_setting on care_setting.id = alert.care_setting_id
    order by standing <> 'waiting', standing <> 'held', case when standing = 'waiting' then raised_at end,
      raised_at desc
    limit ${mostAlerts}`;
  return z.array(AlertRow).parse(rows);
}
