import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/server/vocabulary/actor";
import { ReferralId, type AlertId } from "@/server/vocabulary/ids";
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
  await world.sql("insert into delivery_proof (begun_at) values ($1)", [now]);
  await world.sql("insert into timetable values ($1, $2)", [randomUUID(), now]);
  return ReferralId.parse(referral?.["id"]);
}

/** A rota by pattern with a change, a ladder and the address of a calendar. */
export async function writeOfRota(world: World, { duty, now }: Around): Promise<void> {
  const own = [world.dutyTeamId, duty.personId];
  await world.sql(
    `insert into shift_pattern (duty_team_id, person_id, rung, weekdays, starts_at_minute, ends_at_minute, first_on)
     values ($1, $2, 1, '{1}', 540, 1020, '2026-01-05')`,
    own,
  );
  await world.sql(
    `insert into shift_change (duty_team_id, person_id, starts_at, ends_at, kind, made_by_id, made_at)
     values ($1, $2, $3, $3::timestamptz + interval '1 minute', 'absence', $2, $3)`,
    [...own, new Date(now.getTime() + 80_000_000)],
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
}
