import { z } from "zod";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import { makeAlertReference } from "@/server/domain/alert/alert-reference";
import { jobsChannel } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { AlertId, OrganisationId, type CareSettingId, type LookupId } from "@/server/vocabulary/ids";

/** Views of one child at one setting are one alert for this long, counted from when it was raised. */
const foldHours = 24;
const referenceTries = 5;

export interface AlertCause {
  readonly lookupId: LookupId;
  readonly careSettingId: CareSettingId;
  /** The child as each authority knows it; of several entries of one authority the first counts. */
  readonly subjects: readonly { readonly subjectId: string; readonly authorityId: OrganisationId }[];
}

const RaisedAlert = z
  .object({ alert_id: AlertId, reference: z.string(), authority_id: OrganisationId, is_new: z.boolean() })
  .transform((row) => ({
    alertId: row.alert_id,
    reference: row.reference,
    authorityId: row.authority_id,
    isNew: row.is_new,
  }));
export type RaisedAlert = Readonly<z.infer<typeof RaisedAlert>>;

/**
 * Tells each authority that a child of theirs has been asked about, in the caller's transaction: one alert an
 * authority, on its way to the person on call as soon as the caller commits. A view of the same child at the same
 * setting within 24 hours joins the alert that is there, and nobody is told a second time.
 */
export async function raiseAlerts(work: Work, cause: AlertCause): Promise<readonly RaisedAlert[]> {
  if (cause.subjects.length === 0) return [];

  await waitForTwins(work, cause);
  const alerts = await findOrAddAlerts(work, cause);
  await addEventsAndJobs(work, cause.lookupId, alerts);
  return alerts;
}

/** Two phones that ask about one child at the same moment: the second waits, and then finds the first one's alert. */
async function waitForTwins(work: Work, { careSettingId, subjects }: AlertCause): Promise<void> {
  const keys = subjects.map(({ subjectId }) => `raise:${subjectId}:${careSettingId}`);
  await work.tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 0))::text
    from (select unnest(${keys}::text[]) as key order by key) as keys`;
}

/** A reference that is taken already leaves its authority without an alert: another one is tried. */
async function findOrAddAlerts(work: Work, cause: AlertCause): Promise<readonly RaisedAlert[]> {
  const wanted = [
    ...new Map(cause.subjects.toReversed().map((subject) => [subject.authorityId, subject])).values(),
  ];
  const found: RaisedAlert[] = [];

  for (let tries = 0; tries < referenceTries && found.length < wanted.length; tries += 1) {
    const missing = wanted.filter(
      ({ authorityId }) => !found.some((alert) => alert.authorityId === authorityId),
    );
    found.push(...(await findOrAddOnce(work, { ...cause, subjects: missing })));
  }
  if (found.length < wanted.length) throw new Error("no free reference for an alert was found");
  return found;
}

async function findOrAddOnce(
  work: Work,
  { lookupId, careSettingId, subjects }: AlertCause,
): Promise<RaisedAlert[]> {
  if (work.actor.kind !== "person") throw new Error("only a person's question raises an alert");
  const foldsFrom = new Date(work.now.getTime() - foldHours * 3_600_000);

  const rows: unknown[] = await work.tx.$queryRaw`
    with wanted as (
      select * from unnest(
        ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
        ${subjects.map(({ authorityId }) => authorityId)}::uuid[],
        ${subjects.map(makeAlertReference)}::text[]
      ) as wanted (subject_id, authority_id, reference)
    ), known as (
      select distinct on (alert.authority_id) alert.id, alert.reference, alert.authority_id
      from wanted join alert on alert.subject_id = wanted.subject_id and alert.authority_id = wanted.authority_id
      where alert.care_setting_id = ${careSettingId}::uuid and alert.raised_at > ${foldsFrom}
        -- What is closed, or was about another child, is not opened by a new view.
        and lantern_alert_standing(alert.id) <> 'ended'
      order by alert.authority_id, alert.raised_at desc
    ), added as (
      insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
      select wanted.reference, wanted.authority_id, ${lookupId}::uuid, wanted.subject_id,
        ${work.actor.organisationId}::uuid, ${careSettingId}::uuid, ${work.now}
      from wanted
      where not exists (select 1 from known where known.authority_id = wanted.authority_id)
      on conflict (reference) do nothing
      returning id, reference, authority_id
    )
    select id as alert_id, reference, authority_id, false as is_new from known
    union all select id, reference, authority_id, true from added`;
  return rows.map((row) => RaisedAlert.parse(row));
}

/** A statement of its own: the policy of alert_event sees an alert only after the statement that added it. */
async function addEventsAndJobs(
  work: Work,
  lookupId: LookupId,
  alerts: readonly RaisedAlert[],
): Promise<void> {
  const personId = work.actor.kind === "person" ? work.actor.personId : null;

  await work.tx.$queryRaw`
    with told as (
      select * from unnest(
        ${alerts.map(({ alertId }) => alertId)}::uuid[],
        ${alerts.map(({ isNew }) => isNew)}::boolean[]
      ) as told (alert_id, is_new)
    ), happened as (
      insert into alert_event (alert_id, kind, person_id, lookup_id, happened_at)
      select alert_id, case when is_new then 'raised' else 'viewed-again' end, ${personId}::uuid, ${lookupId}::uuid,
        ${work.now}
      from told
      on conflict (alert_id, lookup_id) where kind = 'viewed-again' do nothing
    ), queued as (
      insert into outbox (kind, job, unique_key, due_at)
      select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', alert_id), 'climb:' || alert_id,
        ${work.now}
      from told where is_new
      on conflict do nothing
    )
    select pg_notify(${alertsChannel}, alert_id::text)::text,
      case when is_new then pg_notify(${jobsChannel}, '')::text end
    from told`;
}
