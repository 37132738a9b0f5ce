import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CardHandoverId, ReferralId, WebhookId, type AlertId, type LookupId } from "@/server/vocabulary/ids";
import type { World } from "@/test/support/make-world";

interface Around {
  readonly crew: PersonActor;
  readonly duty: PersonActor;
  readonly alertId: AlertId;
  readonly now: Date;
}

/** What both sides write around an alert, and what the service proves to itself. */
export async function writeOfAlert(world: World, { crew, alertId, now }: Around): Promise<ReferralId> {
  await world.sql(
    "insert into message (alert_id, request_id, person_id, side, body, sent_at) values ($1, $2, $3, 'crew', 'We wait.', $4)",
    [alertId, randomUUID(), crew.personId, now],
  );
  const [referral] = await world.sql(
    `with made as (
       insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at)
       values ($1, $2, $3, $4, $5, 'A burn.', $6, $6) returning id)
     insert into referral_alert select id, $7 from made returning referral_id as id`,
    [randomUUID(), world.authority.id, crew.organisationId, crew.personId, randomUUID(), now, alertId],
  );
  await world.sql(
    `insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
     select lookup_id, organisation_id, 'asked', 'Why?', '{at-random}', $2, $3 from alert where id = $1`,
    [alertId, crew.personId, now],
  );
  await world.sql("insert into delivery_proof (begun_at) values ($1)", [now]);
  await world.sql("insert into timetable values ($1, $2)", [randomUUID(), now]);
  return ReferralId.parse(referral?.["id"]);
}

/** A card that the crew handed to a colleague, who is on a call sign and has not opened it. */
export async function writeOfHandover(world: World, { crew, alertId, now }: Around) {
  const receiver = await world.person("crew", "Test receiver");
  await world.sql("insert into crew_call_sign values ($1, $2, $3, 'EM401', $4)", [
    receiver.personId,
    receiver.organisationId,
    receiver.sessionId,
    now,
  ]);
  const [row] = await world.sql(
    `with handed as (
       insert into card_handover (request_id, lookup_id, organisation_id, from_person_id, call_sign, handed_at, ends_at)
       select $1, lookup_id, organisation_id, $2, 'EM401', $4::timestamptz, $4::timestamptz + interval '12 hours'
       from alert where id = $5 returning id)
     insert into card_addressee (handover_id, person_id, phones) select id, $3, 0 from handed
     returning handover_id as id`,
    [randomUUID(), crew.personId, receiver.personId, now, alertId],
  );
  return { handoverId: CardHandoverId.parse(row?.["id"]), receiver };
}

interface Missed {
  readonly alertId: AlertId;
  readonly lookupId: LookupId;
  readonly now: Date;
}

/** A report of a missed appointment that joined the alert, and one of a birth, from a silent look. */
export async function writeOfMissed(world: World, { alertId, lookupId, now }: Missed): Promise<void> {
  await world.sql(
    `with born as (
       insert into birth_report (alert_id, lookup_id, person_id, born_at, sex, reported_at)
       select $1, id, person_id, $3, 'girl', $3 from lookup where id = $2
     ), missed as (
       insert into missed_appointment (alert_id, lookup_id, person_id, organisation_id, care_setting_id,
         appointment_kind, missed_at, follow_up, call_back_number, is_worried, reported_at)
       select $1, id, person_id, organisation_id, care_setting_id, 'dental', $3, 'nothing-yet', '01632 960111', false, $3
       from lookup where id = $2)
     insert into alert_event (alert_id, kind, lookup_id, happened_at) values ($1, 'missed-again', $2, $3)`,
    [alertId, lookupId, now],
  );
}

/** The parts of a rota, by the ids that a stranger could try. */
/** An address at which the authority's case system is told, what it is told of, and a delivery to it. */
export async function writeOfWebhook(world: World, alertId: AlertId, now: Date): Promise<WebhookId> {
  const manager = await world.person("authority-manager");
  const [row] = await world.sql(
    `with webhook as (
       insert into webhook (authority_id, address, host, state, made_by_id, made_at, sealed_secret, last_number)
       values ($1::uuid, 'https://cases.example/' || $1::uuid::text, 'cases.example', 'active', $2, $4, '\\x00', 1) returning id
     ), event as (
       insert into webhook_event (authority_id, alert_event_id, number)
       select $1::uuid, id, 1 from alert_event where alert_id = $3 and kind = 'raised'
     )
     insert into webhook_delivery (webhook_id, number, made_at) select id, 1, $4 from webhook returning webhook_id`,
    [world.authority.id, manager.personId, alertId, now],
  );
  return WebhookId.parse(row?.["webhook_id"]);
}

export interface FullRota {
  readonly teamId: string;
  readonly secondTeamId: string;
  readonly patternId: string;
  /** From now on for a day, of the duty worker. */
  readonly shiftId: string;
  /** On the second rung at the same time. */
  readonly colleague: PersonActor;
  readonly changeId: string;
}

/** A rota by pattern with a colleague and a change, a ladder, a second team, and the address of a calendar. */
export async function writeOfRota(world: World, { duty, now }: Around): Promise<FullRota> {
  const own = [world.dutyTeamId, duty.personId];
  const colleague = await world.person("duty-social-worker", "Test colleague");
  const [row] = await world.sql(
    `with pattern as (
       insert into shift_pattern (duty_team_id, person_id, rung, weekdays, starts_at_minute, ends_at_minute, first_on)
       values ($1, $2, 1, '{1}', 540, 1020, '2026-01-05') returning id
     ), change as (
       insert into shift_change (duty_team_id, person_id, starts_at, ends_at, kind, made_by_id, made_at)
       values ($1, $2, $3::timestamptz + interval '4 days', $3::timestamptz + interval '5 days', 'absence', $2, $3)
       returning id
     ), role as (
       insert into role_assignment values ($4, $5, 'duty-social-worker', $3)
     ), shifts as (
       insert into shift (duty_team_id, person_id, rung, starts_at, ends_at)
       values ($1, $2, 1, $3, $3::timestamptz + interval '1 day'), ($1, $4, 2, $3, $3::timestamptz + interval '1 day')
       returning id, rung
     ), team as (
       insert into duty_team (name, host_organisation_id) values ('Second team', $5) returning id
     )
     select pattern.id as pattern, change.id as change, shifts.id as shift, team.id as team
     from pattern, change, team, shifts where rung = 1`,
    [...own, now, colleague.personId, world.authority.id],
  );
  await world.sql("insert into ladder_rung values ($1, 1, 5)", [world.dutyTeamId]);
  await world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, person_id) values ($1, 2, 'person', $2)",
    own,
  );
  await world.sql("insert into calendar_link (person_id, digest, issued_at) values ($1, $2, $3)", [
    duty.personId,
    `${randomUUID()}${randomUUID()}`.replaceAll("-", ""),
    now,
  ]);
  await writeOfReach(world, { duty, now });
  return {
    teamId: world.dutyTeamId,
    secondTeamId: String(row?.["team"]),
    patternId: String(row?.["pattern"]),
    shiftId: String(row?.["shift"]),
    colleague,
    changeId: String(row?.["change"]),
  };
}

/** What a check of the coming rota found, and of what managers were told. */
async function writeOfReach(world: World, { duty, now }: Pick<Around, "duty" | "now">): Promise<void> {
  const own = [world.dutyTeamId, now];
  await world.sql(
    "insert into reach_check (duty_team_id, reason, due_at, done_at) values ($1, 'evening', $2, $2)",
    own,
  );
  await world.sql(
    `insert into reach_result (duty_team_id, person_id, checked_at, level, reasons, starts_at, ends_at)
     values ($1, $3, $2, 'unreachable', '[{"kind": "no-phone"}]', $2, $2::timestamptz + interval '1 day')`,
    [...own, duty.personId],
  );
  await world.sql("insert into reach_telling values ($1, 'rota', '2026-11-23', $2)", [
    world.authority.id,
    now,
  ]);
}
