import type { World } from "@/test/support/make-world";

/**
 * Adds to a random past what figures count besides looks and how far alerts came: by which channel they were seen, words of
 * the duty team, regions, attempts without a setting, other errors, referrals and missed appointments. By the ids of the past, which are
 * random.
 */
export async function makeReports(worlds: readonly [World, World], now: Date): Promise<void> {
  const [world, other] = worlds;
  const sql: World["sql"] = (text, values) => world.sql(text, values);
  await sql("update organisation set region = 'North' where id = any ($1::uuid[])", [
    [world.authority.id, world.trust.id],
  ]);
  await sql("update organisation set region = 'South' where id = $1", [other.trust.id]);
  const taker = await world.person("duty-social-worker");
  await sql(insertNotices, [taker.personId, taker.organisationId, now]);
  await sql(insertWords, [taker.personId]);
  await sql(changeFailures);
  await sql(insertReferrals, [taker.personId]);
  await sql(insertMissed, [taker.personId]);
  // What was written anew is marked by nobody.
  await sql(
    "insert into changed_day select distinct day, facts from lookup_day, (values ('alerts'), ('lookups')) kind (facts)",
  );
}

/** A number below another that an id always gives. */
const oneOf = (below: number) =>
  `(('x' || substr(md5(alert.id::text), 1, 6))::bit(24)::int % ${String(below)})`;

/** A notice by a channel, seen a moment before somebody took the alert, who is known. */
const insertNotices = `
  with taken as (select alert.id, min(happened_at) as taken_at from alert join alert_event on alert_id = alert.id
    where alert_event.kind = 'acknowledged' and ${oneOf(4)} < 3 group by alert.id),
  known as (update alert_event set person_id = $1 where kind = 'acknowledged')  , phone as (insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at)
    values ($1, $2, repeat('9', 64), '\\x00', 'push.example', $3) returning id as device_id)
  insert into notice (alert_id, channel, round, device_id, person_id, queued_at, ends_at, shown_at)
  select alert.id, (array['push', 'text', 'email'])[1 + ${oneOf(4)}], 1, device_id, $1, taken_at, taken_at,
    taken_at - interval '1 second'
  from taken alert, phone`;

const insertWords = `
  insert into message (alert_id, request_id, person_id, side, body, sent_at)
  select alert.id, gen_random_uuid(), $1, 'duty', 'We ring you.', raised_at + interval '7 minutes'
  from alert where ${oneOf(5)} = 0`;

const changeFailures = `
  update audit alert set care_setting_id = case when ${oneOf(3)} = 0 then null else care_setting_id end,
    detail = (array['Error', 'PrismaClientKnownRequestError P2024', 'TypeError'])[1 + ${oneOf(3)}]
  where action = 'child:look-up' and outcome = 'failed'`;

const insertReferrals = `
  insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at,
    decided_at, decision, decided_by_id)
  select gen_random_uuid(), authority_id, organisation_id, $1, gen_random_uuid(), 'A burn.', raised_at,
    raised_at + interval '1 day', decided_at, case when decided_at is not null then 'assessment' end,
    case when decided_at is not null then $1::uuid end
  from (select *, case ${oneOf(3)} when 0 then raised_at + interval '1 hour' when 1 then raised_at + interval '25 hours' end
    as decided_at from alert) alert`;

const insertMissed = `
  insert into missed_appointment (alert_id, lookup_id, person_id, organisation_id, care_setting_id, appointment_kind,
    missed_at, follow_up, call_back_number, is_worried, reported_at)
  select alert.id, lookup_id, $1, organisation_id, care_setting_id,
    (array['dental', 'immunisation', 'other'])[1 + ${oneOf(3)}], raised_at, 'nothing-yet', '01632 960111', false, raised_at
  from alert where lookup_id is not null`;
