import { z } from "zod";
import type { Work } from "@/server/db/work";
import { alertNews } from "@/server/domain/alert/alert-news";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import { readCall, type Call } from "@/server/domain/alert/read-call";
import { readMissed, type MissedFact } from "@/server/domain/alert/missed/read-missed";
import { readMessages, type Message } from "@/server/domain/alert/messages/read-messages";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { attemptsForTeam, type Attempt } from "@/server/domain/push/milestones-in-words";
import { readToldNotices } from "@/server/domain/push/read-told-notices";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { AlertId } from "@/server/vocabulary/ids";
import { planKinds } from "@/server/vocabulary/plan-kind";
import { Refusal } from "@/server/vocabulary/refusal";

const instant = z.string().transform((text) => new Date(text));

const AlertFacts = z.object({
  alertId: AlertId,
  reference: z.string(),
  kind: AlertKind,
  raisedAt: instant,
  authorityName: z.string(),
  /** Practice: there is no child, and nobody asked. */
  isDrill: z.boolean(),
  /** Empty in a drill only. */
  subject: z
    .object({
      subjectId: z.uuid(),
      nhsNumber: z.string(),
      familyName: z.string(),
      givenNames: z.string(),
      dateOfBirth: z.string(),
      plans: z.array(
        z.object({
          kind: z.enum(planKinds),
          startOn: z.string(),
          endOn: z.string().nullable(),
          dueOn: z.string().nullable(),
          localId: z.string(),
        }),
      ),
    })
    .nullable(),
  /** Every look that is part of this alert, the first first. */
  views: z.array(
    z.object({
      askedAt: instant,
      personName: z.string(),
      role: z.string(),
      organisationName: z.string(),
      careSettingName: z.string(),
      reason: z.string().nullable(),
      callBackNumber: z.string().nullable(),
      /** When the child came, where the place's own system registered that. */
      arrivedAt: instant.nullable(),
    }),
  ),
  /** Looks at the record in unscheduled care anywhere in England, this one included. */
  looksInDay: z.number(),
  looksInMonth: z.number(),
  /** Where the child was seen anywhere in England, the newest first, at most 25. */
  attendances: z.array(
    z.object({
      attendedAt: instant,
      organisationName: z.string(),
      careSettingName: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});

export type AlertDetail = Readonly<z.infer<typeof AlertFacts>> & {
  readonly progress: AlertProgress;
  readonly events: readonly AlertEvent[];
  readonly messages: readonly Message[];
  /** Every attempt to have it taken, with its milestones. */
  readonly attempts: readonly Attempt[];
  /** To which appointments the child was not brought; empty where somebody asked about the child. */
  readonly missed: readonly MissedFact[];
  /** Who else belongs to the same call-out. */
  readonly call: Call;
  /** Different whenever something that is shown here is. */
  readonly news: string;
  /** The person who reads it has it. */
  readonly isOwn: boolean;
};

/**
 * Everything about one alert: who asked, where and why, which child, and what has happened since. Reading it is an
 * event of the alert too: *opened* by a duty social worker means seen, not taken. Refuses: not found (not one of the
 * person's authorities' alerts).
 */
export async function readAlert(work: Work, alertId: AlertId): Promise<AlertDetail> {
  await lockAlert(work, alertId);
  const facts = await findAlert(work, alertId);
  await markOpened(work, alertId);
  await recordAudit(work, {
    action: "alert:read",
    outcome: "done",
    ...(facts.subject && { nhsNumber: facts.subject.nhsNumber }),
    concerns: alertId,
  });

  const events = await readAlertEvents(work, [alertId]);
  const progress = progressOf(events);
  const isOwn = work.actor.kind === "person" && progress.holderId === work.actor.personId;
  const messages = await readMessages(work, [alertId]);
  const attempts = attemptsForTeam(await readToldNotices(work, [alertId]));
  const missed = await readMissed(work, [alertId]);
  const call = await readCall(work, alertId);
  const news = alertNews({ events, messages, call });
  return { ...facts, events, progress, isOwn, messages, attempts, missed, call, news };
}

async function findAlert({ tx, actor, now }: Work, alertId: AlertId) {
  const authorityIds = actor.kind === "person" ? actor.authorityIds : [];
  const rows: { facts: unknown }[] = await tx.$queryRaw`
    select json_build_object(
      'alertId', alert.id, 'reference', reference, 'kind', alert.kind, 'raisedAt', raised_at, 'authorityName', authority.name,
      'isDrill', drilled_by_id is not null,
      'subject', case when subject.id is not null then json_build_object('subjectId', subject.id,
        'nhsNumber', subject.nhs_number, 'familyName', subject.family_name, 'givenNames', subject.given_names,
        'dateOfBirth', subject.date_of_birth,
        'plans', (select coalesce(json_agg(json_build_object('kind', kind, 'startOn', start_on, 'endOn', end_on,
            'dueOn', due_on, 'localId', local_id) order by start_on desc), '[]')
          from plan where plan.subject_id = subject.id and deleted_on is null)) end,
      'views', (select coalesce(json_agg(json_build_object('askedAt', asked_at, 'personName', person.name,
          'role', lookup.role, 'organisationName', organisation.name, 'careSettingName', care_setting.name,
          'reason', lookup.reason, 'callBackNumber', call_back_number, 'arrivedAt', arrived_at) order by asked_at), '[]')
        from lookup join person on person.id = lookup.person_id
          join organisation on organisation.id = lookup.organisation_id
          join care_setting on care_setting.id = lookup.care_setting_id
          left join attendance on attendance.lookup_id = lookup.id
        where lookup.id in (select lookup_id from alert_event where alert_event.alert_id = alert.id)),
      'looksInDay', (select count(*) from attendance where attendance.nhs_number = subject.nhs_number
        and attended_at > ${now}::timestamptz - interval '24 hours'),
      'looksInMonth', (select count(*) from attendance where attendance.nhs_number = subject.nhs_number
        and attended_at > ${now}::timestamptz - interval '30 days'),
      'attendances', (select coalesce(json_agg(json_build_object('attendedAt', attended_at,
          'organisationName', seen.organisation, 'careSettingName', seen.setting, 'reason', reason)), '[]')
        from (select attended_at, organisation.name as organisation, care_setting.name as setting, reason
          from attendance join organisation on organisation.id = attendance.organisation_id
            join care_setting on care_setting.id = attendance.care_setting_id
          where attendance.nhs_number = subject.nhs_number order by attended_at desc limit 25) seen)
    ) as facts
    from alert left join subject on subject.id = alert.subject_id join organisation authority on authority.id = alert.authority_id
    where alert.id = ${alertId}::uuid and alert.authority_id = any (${authorityIds}::uuid[])`;

  const [row] = rows;
  if (row === undefined)
    throw new Refusal("not-found", "There is no such alert among those of your authorities.");
  return AlertFacts.parse(row.facts);
}

/** Once for each duty social worker; a manager who looks does not count as somebody who may take it. */
async function markOpened(work: Work, alertId: AlertId): Promise<void> {
  const { actor } = work;
  if (actor.kind !== "person" || actor.role !== "duty-social-worker") return;

  const before = await readAlertEvents(work, [alertId]);
  const isKnown = before.some(({ kind, personId }) => kind === "opened" && personId === actor.personId);
  if (!isKnown) await addAlertEvents(work, alertId, [{ kind: "opened", personId: actor.personId }]);
}
