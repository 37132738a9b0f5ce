import { z } from "zod";
import { askAbout, type Work } from "@/server/db/work";
import {
  AlertFact,
  EventFact,
  LookFact,
  MessageFact,
  ReferralFact,
  type Facts,
} from "@/server/domain/chronology/facts";
import type { FoundChild } from "@/server/domain/chronology/find-child";

/** Instants from `startsAt` up to, but not at, `endsAt`; null for as long as there are records. */
export interface Span {
  readonly startsAt: Date | null;
  readonly endsAt: Date;
}

/**
 * What is on record about a child in this time: the alerts to this authority that were looked at in it, whole, and the
 * attendances about which it was not alerted. Six statements, however much there is.
 */
export async function readFacts(work: Work, found: FoundChild, span: Span): Promise<Facts> {
  // Attendances under a number that has no entry in this register: row-level security shows them to who asks for it.
  if (found.newerNumber !== undefined) await askAbout(work, found.newerNumber);

  const alerts = await readAlerts(work, found, span);
  const alertIds = alerts.map(({ alertId }) => alertId);
  return {
    alerts,
    looks: [...(await readLooks(work, alertIds)), ...(await readAttendances(work, found, span))],
    events: await readEvents(work, alertIds),
    messages: await readMessages(work, alertIds),
    referrals: await readReferrals(work, found, alertIds),
  };
}

async function readAlerts({ tx }: Work, { child, subjectIds }: FoundChild, { startsAt, endsAt }: Span) {
  const rows: unknown = await tx.$queryRaw`
    select id as "alertId", reference, raised_at as "raisedAt" from alert
    where subject_id = any (${subjectIds}::uuid[]) and authority_id = ${child.authorityId}::uuid
      and exists (select from alert_event event where event.alert_id = alert.id
        and lantern_is_look(kind) and happened_at < ${endsAt}
        and (${startsAt}::timestamptz is null or happened_at >= ${startsAt}))`;
  return z.array(AlertFact).parse(rows);
}

async function readLooks({ tx }: Work, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select distinct event.alert_id as "alertId", lookup.id as "lookupId", coalesce(reported_at, asked_at) as at,
      person.name as "personName", lookup.role, organisation.name as "organisationName", care_setting.name as "careSettingName", lookup.reason,
      arrived_at as "arrivedAt", case when missed.id is not null then jsonb_build_object('appointmentKind', appointment_kind, 'missedAt', missed_at,
        'missedBefore', missed_before, 'familyReason', family_reason, 'followUp', follow_up,
        'isWorried', is_worried) end as missed
    from alert_event event join lookup on lookup.id = event.lookup_id
      join person on person.id = lookup.person_id join organisation on organisation.id = lookup.organisation_id
      join care_setting on care_setting.id = lookup.care_setting_id
      left join attendance on attendance.lookup_id = lookup.id
      left join missed_appointment missed on missed.alert_id = event.alert_id and missed.lookup_id = lookup.id
    where event.alert_id = any (${alertIds}::uuid[]) and lantern_is_look(event.kind)
    order by at, lookup.id`;
  return z.array(LookFact).parse(rows);
}

/** Those of other authorities' alerts only: ours are looks of our alerts. */
async function readAttendances({ tx }: Work, found: FoundChild, { startsAt, endsAt }: Span) {
  const numbers = [...found.ownNumbers, ...(found.newerNumber === undefined ? [] : [found.newerNumber])];
  const rows: unknown = await tx.$queryRaw`
    select null as "alertId", lookup_id as "lookupId", attended_at as at, person.name as "personName",
      attendance.role, organisation.name as "organisationName", care_setting.name as "careSettingName", reason,
      arrived_at as "arrivedAt", null as missed
    from attendance join person on person.id = person_id join organisation on organisation.id = organisation_id
      join care_setting on care_setting.id = care_setting_id
    where nhs_number = any (${numbers}::char(10)[]) and attended_at < ${endsAt}
      and (${startsAt}::timestamptz is null or attended_at >= ${startsAt})
      and not exists (select from alert_event event join alert on alert.id = event.alert_id
        where event.lookup_id = attendance.lookup_id and alert.authority_id = ${found.child.authorityId}::uuid)
    order by attended_at, lookup_id`;
  return z.array(LookFact).parse(rows);
}

async function readEvents({ tx }: Work, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "alertId", kind, happened_at as at, person.name as "personName",
      other.name as "otherPersonName", lookup_id as "lookupId", due_at as "dueAt", outcome, detail
    from alert_event event left join person on person.id = person_id left join person other on other.id = other_person_id
    where alert_id = any (${alertIds}::uuid[])
    order by happened_at, event.id`;
  return z.array(EventFact).parse(rows);
}

async function readMessages({ tx }: Work, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "alertId", sent_at as at, person.name as "personName", side, body
    from message join person on person.id = person_id
    where alert_id = any (${alertIds}::uuid[])
    order by sent_at, message.id`;
  return z.array(MessageFact).parse(rows);
}

async function readReferrals({ tx }: Work, { child }: FoundChild, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "alertId", reference, made_at as at, person.name as "personName",
      organisation.name as "organisationName", concern, decision, decision_note as "decisionNote",
      decided_at as "decidedAt", decider.name as "decidedBy"
    from referral_alert join referral on referral.id = referral_id join person on person.id = person_id
      join organisation on organisation.id = organisation_id left join person decider on decider.id = decided_by_id
    where alert_id = any (${alertIds}::uuid[]) and authority_id = ${child.authorityId}::uuid
    order by made_at, referral.id`;
  return z.array(ReferralFact).parse(rows);
}
