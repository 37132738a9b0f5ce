import { addAlerts, onePerAuthority, waitForTwins, type Subject } from "@/server/domain/alert/add-alerts";
import { chooseAlert, type ChosenAlert } from "@/server/domain/alert/choose-alert";
import { findOpenAlerts } from "@/server/domain/alert/find-open-alerts";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { jobsChannel } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import type { AlertId, CareSettingId, IncidentId, LookupId, OrganisationId } from "@/server/vocabulary/ids";

export interface AlertCause {
  readonly lookupId: LookupId;
  readonly careSettingId: CareSettingId;
  /** The call-out that the look is part of. */
  readonly incidentId: IncidentId | undefined;
  /** The look opens a card that a colleague handed over. */
  readonly isHandedOn?: boolean;
  /** The child as each authority knows it; of several entries of one authority the first counts. */
  readonly subjects: readonly Subject[];
}

/** An alert that is told of this look, and what the look is there. */
export interface ToldAlert {
  readonly alertId: AlertId;
  readonly authorityId: OrganisationId;
  readonly look: "raised" | Extract<ChosenAlert, { kind: "fold" }>["look"];
}

/**
 * Tells each authority that a child of theirs has been asked about, in the caller's transaction: one alert an
 * authority, on its way to the person on call as soon as the caller commits. A view of the same child in the same
 * incident, or at the same setting within 24 hours, joins the open alert that is there. Nobody is told of that a second
 * time, unless the incident has come to another setting: then whoever has the alert, or was called, is.
 */
export async function raiseAlerts(work: Work, cause: AlertCause): Promise<readonly ToldAlert[]> {
  if (cause.subjects.length === 0) return [];
  const wanted = onePerAuthority(cause.subjects);

  await waitForTwins(work, wanted);
  const open = await holdOpen(work, wanted);
  const folded = wanted.flatMap(({ authorityId }): ToldAlert[] => {
    const own = open.filter((alert) => alert.authorityId === authorityId);
    const chosen = chooseAlert(own, { ...cause, now: work.now });
    return chosen.kind === "fold" ? [{ ...chosen, authorityId }] : [];
  });
  const isFolded = ({ authorityId }: Subject) => folded.some((alert) => alert.authorityId === authorityId);
  const subjects = wanted.filter((subject) => !isFolded(subject));

  const added = await addAlerts(work, { ...cause, kind: "look-up", subjects });
  const told = [...folded, ...added.map((alert): ToldAlert => ({ ...alert, look: "raised" }))];
  await addEventsAndJobs(work, cause.lookupId, told);
  return told;
}

/** Read again once nobody else decides about them: what is being closed or taken back at this moment is joined by nothing. */
async function holdOpen(work: Work, wanted: readonly Subject[]): ReturnType<typeof findOpenAlerts> {
  const found = (await findOpenAlerts(work, wanted)).map(({ alertId }) => alertId).toSorted();
  for (const alertId of found) await lockAlert(work, alertId);
  return found.length === 0 ? [] : findOpenAlerts(work, wanted);
}

/**
 * A statement of its own: the policy of alert_event sees an alert only after the statement that added it. News of a
 * setting is a job of that look alone: one that waits already may be read before this one is committed.
 */
async function addEventsAndJobs(work: Work, lookupId: LookupId, alerts: readonly ToldAlert[]): Promise<void> {
  const personId = work.actor.kind === "person" ? work.actor.personId : null;

  await work.tx.$queryRaw`
    with told as (
      select * from unnest(
        ${alerts.map(({ alertId }) => alertId)}::uuid[],
        ${alerts.map(({ look }) => look)}::text[]
      ) as told (alert_id, look)
    ), happened as (
      insert into alert_event (alert_id, kind, person_id, lookup_id, happened_at)
      select alert_id, look, ${personId}::uuid, ${lookupId}::uuid, ${work.now}
      from told
      on conflict do nothing
    ), queued as (
      insert into outbox (kind, job, unique_key, due_at)
      select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', alert_id), 'climb:' || alert_id,
        ${work.now}::timestamptz
      from told where look = 'raised'
      union all
      select 'tell', jsonb_build_object('kind', 'tell', 'alertId', alert_id, 'purpose', 'news'),
        'tell:news:' || alert_id || ':' || ${lookupId}::text, ${work.now}::timestamptz
      from told where look = 'new-setting'
      on conflict do nothing
    )
    select pg_notify(${alertsChannel}, alert_id::text)::text,
      case when look <> 'viewed-again' then pg_notify(${jobsChannel}, '')::text end
    from told`;
}
