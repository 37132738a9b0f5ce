import { z } from "zod";
import { chooseAlert, type ChosenAlert } from "@/server/domain/alert/choose-alert";
import { findOpenAlerts } from "@/server/domain/alert/find-open-alerts";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { makeAlertReference } from "@/server/domain/alert/alert-reference";
import { jobsChannel } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import {
  AlertId,
  OrganisationId,
  type CareSettingId,
  type IncidentId,
  type LookupId,
} from "@/server/vocabulary/ids";

const referenceTries = 5;

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

interface Subject {
  readonly subjectId: string;
  readonly authorityId: OrganisationId;
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
  const open = await findOpenAlerts(work, wanted);
  const folded = wanted.flatMap(({ authorityId }): ToldAlert[] => {
    const own = open.filter((alert) => alert.authorityId === authorityId);
    const chosen = chooseAlert(own, { ...cause, now: work.now });
    return chosen.kind === "fold" ? [{ ...chosen, authorityId }] : [];
  });
  const isFolded = ({ authorityId }: Subject) => folded.some((alert) => alert.authorityId === authorityId);
  const subjects = wanted.filter((subject) => !isFolded(subject));

  const told = [...folded, ...(await addAlerts(work, { ...cause, subjects }))];
  await addEventsAndJobs(work, cause.lookupId, told);
  return told;
}

function onePerAuthority(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.toReversed().map((subject) => [subject.authorityId, subject])).values()];
}

/** Two phones that ask about one child at the same moment: the second waits, and then finds the first one's alert. */
async function waitForTwins(work: Work, subjects: readonly Subject[]): Promise<void> {
  const keys = subjects.map(({ subjectId }) => `raise:${subjectId}`);
  await work.tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 0))::text
    from (select unnest(${keys}::text[]) as key order by key) as keys`;
}

/** A reference that is taken already leaves its authority without an alert: another one is tried. */
async function addAlerts(work: Work, cause: AlertCause): Promise<readonly ToldAlert[]> {
  const added: ToldAlert[] = [];
  for (let tries = 0; tries < referenceTries && added.length < cause.subjects.length; tries += 1) {
    const missing = cause.subjects.filter(
      ({ authorityId }) => !added.some((alert) => alert.authorityId === authorityId),
    );
    added.push(...(await addOnce(work, { ...cause, subjects: missing })));
  }
  if (added.length < cause.subjects.length) throw new Error("no free reference for an alert was found");
  return added;
}

const Added = z.object({ alertId: AlertId, authorityId: OrganisationId });

async function addOnce(
  work: Work,
  { lookupId, careSettingId, incidentId, subjects }: AlertCause,
): Promise<ToldAlert[]> {
  if (work.actor.kind !== "person") throw new Error("only a person's question raises an alert");

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at,
      incident_id)
    select wanted.reference, wanted.authority_id, ${lookupId}::uuid, wanted.subject_id,
      ${work.actor.organisationId}::uuid, ${careSettingId}::uuid, ${work.now}, ${incidentId ?? null}::uuid
    from unnest(
      ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
      ${subjects.map(({ authorityId }) => authorityId)}::uuid[],
      ${subjects.map(makeAlertReference)}::text[]
    ) as wanted (subject_id, authority_id, reference)
    on conflict (reference) do nothing
    returning id as "alertId", authority_id as "authorityId"`;
  return rows.map((row) => ({ ...Added.parse(row), look: "raised" }));
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
