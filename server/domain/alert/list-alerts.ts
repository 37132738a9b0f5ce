import { z } from "zod";
import type { Work } from "@/server/db/work";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { ageGuesses } from "@/server/vocabulary/incident";
import { AlertId, IncidentId } from "@/server/vocabulary/ids";

const AlertRow = z.object({
  alertId: AlertId,
  reference: z.string(),
  raisedAt: z.date(),
  authorityName: z.string(),
  /** Who asked, and where; empty in a drill. */
  organisationName: z.string().nullable(),
  careSettingName: z.string().nullable(),
  isDrill: z.boolean(),
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
 * The alerts of the person's authorities: those that nobody has taken first, the longest waiting on top, then those that
 * somebody has, then those that ended, of the last seven days. At most 100; open ones are never left out for ended ones.
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

  return rows.map((row) => ({
    ...row,
    progress: progressOf(events.filter(({ alertId }) => alertId === row.alertId)),
  }));
}

async function findAlerts({ tx, now }: Work, authorityIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert.id as "alertId", reference, raised_at as "raisedAt", authority.name as "authorityName",
      asker.name as "organisationName", care_setting.name as "careSettingName",
      drilled_by_id is not null as "isDrill", alert.incident_id as "incidentId",
      (select json_build_object('count', count, 'ageGuess', age_guess) from unidentified
        where unidentified.incident_id = alert.incident_id
        order by recorded_at desc, unidentified.id desc limit 1) as unidentified
    from alert
      join organisation authority on authority.id = alert.authority_id
      left join organisation asker on asker.id = alert.organisation_id
      left join care_setting on care_setting.id = alert.care_setting_id
      cross join lateral (select lantern_alert_standing(alert.id) as standing) stands
    where alert.authority_id = any (${authorityIds}::uuid[])
      and (standing <> 'ended' or raised_at > ${now}::timestamptz - make_interval(days => ${shownDays}))
    order by standing <> 'waiting', standing <> 'held', case when standing = 'waiting' then raised_at end,
      raised_at desc
    limit ${mostAlerts}`;
  return z.array(AlertRow).parse(rows);
}
