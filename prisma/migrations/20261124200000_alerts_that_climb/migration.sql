-- Alerts that cannot be missed: rotas by pattern, ladders, channels besides push, what both sides say and do.

-- A notice is one attempt to tell one person on one device, whatever the channel. ------------------------------

alter table push_attempt rename to notice;
alter table notice rename constraint push_attempt_pkey to notice_pkey;
alter table notice rename constraint push_attempt_alert_id_fkey to notice_alert_id_fkey;
alter table notice rename constraint push_attempt_device_id_fkey to notice_device_id_fkey;
alter table notice rename constraint push_attempt_person_id_fkey to notice_person_id_fkey;
alter index push_attempt_alert_id_device_id_round_key rename to notice_alert_id_device_id_round_key;
alter index push_attempt_queued_at_idx rename to notice_queued_at_idx;
alter index push_attempt_device_id_idx rename to notice_device_id_idx;
alter table device rename column endpoint_digest to address_digest;
alter table device rename column sealed_subscription to sealed_address;
alter index device_endpoint_digest_key rename to device_address_digest_key;

ALTER TABLE "alert" DROP CONSTRAINT "alert_organisation_id_fkey";

ALTER TABLE "alert" DROP CONSTRAINT "alert_care_setting_id_fkey";

ALTER TABLE "alert" DROP CONSTRAINT "alert_lookup_id_fkey";

ALTER TABLE "alert" DROP CONSTRAINT "alert_subject_id_fkey";

ALTER TABLE "notice" DROP CONSTRAINT "notice_alert_id_fkey";

DROP INDEX "notice_alert_id_device_id_round_key";

ALTER TABLE "duty_team" ADD COLUMN     "again_minutes" INTEGER;

ALTER TABLE "duty_team_authority" DROP CONSTRAINT "duty_team_authority_pkey",
ADD COLUMN     "cover" TEXT NOT NULL DEFAULT 'always',
ADD CONSTRAINT "duty_team_authority_pkey" PRIMARY KEY ("authority_id", "cover");

ALTER TABLE "shift" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3);

ALTER TABLE "alert" ADD COLUMN     "drilled_by_id" UUID,
ALTER COLUMN "lookup_id" DROP NOT NULL,
ALTER COLUMN "subject_id" DROP NOT NULL,
ALTER COLUMN "organisation_id" DROP NOT NULL,
ALTER COLUMN "care_setting_id" DROP NOT NULL;

ALTER TABLE "alert_event" ADD COLUMN     "detail" TEXT,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "other_person_id" UUID,
ADD COLUMN     "outcome" TEXT;

ALTER TABLE "device" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'push',
ADD COLUMN     "hint" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "permitted_at" TIMESTAMPTZ(3);

ALTER TABLE "notice" ADD COLUMN     "delivery_id" TEXT,
ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "expired_at" TIMESTAMPTZ(3),
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'alert',
ALTER COLUMN "alert_id" DROP NOT NULL;

CREATE TABLE "shift_pattern" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "duty_team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "rung" INTEGER NOT NULL,
    "weekdays" INTEGER[],
    "every_weeks" INTEGER NOT NULL DEFAULT 1,
    "starts_at_minute" INTEGER NOT NULL,
    "ends_at_minute" INTEGER NOT NULL,
    "bank_holidays" TEXT NOT NULL DEFAULT 'works',
    "first_on" DATE NOT NULL,
    "last_on" DATE,

    CONSTRAINT "shift_pattern_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "shift_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "duty_team_id" UUID NOT NULL,
    "person_id" UUID,
    "rung" INTEGER,
    "cover_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ladder_rung" (
    "duty_team_id" UUID NOT NULL,
    "rung" INTEGER NOT NULL,
    "wait_minutes" INTEGER NOT NULL,

    CONSTRAINT "ladder_rung_pkey" PRIMARY KEY ("duty_team_id","rung")
);

CREATE TABLE "ladder_target" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "duty_team_id" UUID NOT NULL,
    "rung" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "role" TEXT,
    "target_team_id" UUID,

    CONSTRAINT "ladder_target_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_link" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "alert_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "read_by_id" UUID,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "referral" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "authority_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "concern" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "chased_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decision_note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "referral_alert" (
    "referral_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,

    CONSTRAINT "referral_alert_pkey" PRIMARY KEY ("referral_id","alert_id")
);

CREATE TABLE "delivery_proof" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "proven_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "delivery_proof_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "timetable" (
    "name" TEXT NOT NULL,
    "last_begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timetable_pkey" PRIMARY KEY ("name")
);

CREATE INDEX "shift_pattern_duty_team_id_idx" ON "shift_pattern"("duty_team_id");

CREATE INDEX "shift_pattern_person_id_idx" ON "shift_pattern"("person_id");

CREATE INDEX "shift_change_duty_team_id_starts_at_idx" ON "shift_change"("duty_team_id", "starts_at");

CREATE INDEX "ladder_target_duty_team_id_idx" ON "ladder_target"("duty_team_id");

CREATE UNIQUE INDEX "calendar_link_digest_key" ON "calendar_link"("digest");

CREATE INDEX "calendar_link_person_id_idx" ON "calendar_link"("person_id");

CREATE INDEX "message_alert_id_sent_at_idx" ON "message"("alert_id", "sent_at");

CREATE UNIQUE INDEX "message_person_id_request_id_key" ON "message"("person_id", "request_id");

CREATE UNIQUE INDEX "referral_reference_key" ON "referral"("reference");

CREATE INDEX "referral_authority_id_made_at_idx" ON "referral"("authority_id", "made_at");

CREATE INDEX "referral_organisation_id_made_at_idx" ON "referral"("organisation_id", "made_at");

CREATE UNIQUE INDEX "referral_person_id_request_id_authority_id_key" ON "referral"("person_id", "request_id", "authority_id");

CREATE INDEX "referral_alert_alert_id_idx" ON "referral_alert"("alert_id");

CREATE INDEX "delivery_proof_proven_at_idx" ON "delivery_proof"("proven_at");

CREATE UNIQUE INDEX "notice_delivery_id_key" ON "notice"("delivery_id");

CREATE UNIQUE INDEX "notice_alert_id_purpose_device_id_round_key" ON "notice"("alert_id", "purpose", "device_id", "round");

ALTER TABLE "shift_pattern" ADD CONSTRAINT "shift_pattern_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shift_pattern" ADD CONSTRAINT "shift_pattern_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shift_change" ADD CONSTRAINT "shift_change_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "shift_change" ADD CONSTRAINT "shift_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "shift_change" ADD CONSTRAINT "shift_change_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "shift_change" ADD CONSTRAINT "shift_change_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ladder_rung" ADD CONSTRAINT "ladder_rung_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ladder_target" ADD CONSTRAINT "ladder_target_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ladder_target" ADD CONSTRAINT "ladder_target_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ladder_target" ADD CONSTRAINT "ladder_target_target_team_id_fkey" FOREIGN KEY ("target_team_id") REFERENCES "duty_team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_drilled_by_id_fkey" FOREIGN KEY ("drilled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_other_person_id_fkey" FOREIGN KEY ("other_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "message" ADD CONSTRAINT "message_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "message" ADD CONSTRAINT "message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "message" ADD CONSTRAINT "message_read_by_id_fkey" FOREIGN KEY ("read_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "referral" ADD CONSTRAINT "referral_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "referral" ADD CONSTRAINT "referral_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "referral" ADD CONSTRAINT "referral_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "referral" ADD CONSTRAINT "referral_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "referral_alert" ADD CONSTRAINT "referral_alert_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "referral_alert" ADD CONSTRAINT "referral_alert_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice" ADD CONSTRAINT "notice_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE SET NULL ON UPDATE CASCADE;


update notice set ends_at = queued_at + interval '5 minutes';
alter table notice alter column ends_at set not null;

-- Words that are closed lists, and what belongs together ---------------------------------------------------------

alter table duty_team_authority add check (cover in ('always', 'office', 'emergency'));
alter table shift_pattern add check (rung >= 1 and every_weeks between 1 and 26
  and starts_at_minute between 0 and 1439 and ends_at_minute between 0 and 1439
  and bank_holidays in ('works', 'off', 'only') and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]
  and (cardinality(weekdays) > 0 or bank_holidays = 'only') and (last_on is null or last_on >= first_on));
alter table shift_change add check (ends_at > starts_at and kind in ('swap', 'takeover', 'absence')
  and (person_id is not null or rung is not null) and (cover_id is not null or kind = 'absence'));
alter table ladder_rung add check (rung >= 1 and wait_minutes between 1 and 120);
alter table ladder_target add check (rung >= 1 and case kind
  when 'person' then person_id is not null when 'role' then role is not null
  when 'team' then target_team_id is not null else false end);
alter table duty_team add check (again_minutes between 1 and 1440);
alter table device add check (channel in ('push', 'text', 'email'));
alter table notice add check (purpose in (
  'alert', 'alarm', 'message', 'offer', 'withdrawal', 'referral', 'test', 'rota'));
alter table message add check (side in ('crew', 'duty') and char_length(body) between 1 and 500);
alter table referral add check (char_length(concern) between 1 and 4000
  and (decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null)
  and (decision is null or decision in (
    'section-47', 'assessment', 'early-help', 'no-further-action', 'already-open')));
-- A drill concerns no child, and nobody asked; everything else has all four.
alter table alert add check (case when drilled_by_id is null
  then num_nulls(lookup_id, subject_id, organisation_id, care_setting_id) = 0
  else num_nonnulls(lookup_id, subject_id, organisation_id, care_setting_id) = 0 end);

alter table alert_event drop constraint alert_event_kind_check;
alter table alert_event add check (kind in (
  'raised', 'viewed-again', 'notified', 'nobody-on-call', 'nobody-reachable', 'shown', 'opened', 'acknowledged',
  'escalated', 'unreached', 'notice-failed', 'not-shown', 'declined', 'alarmed', 'nobody-alarmed', 'offered',
  'accepted', 'promised', 'closed', 'reopened', 'child-seen', 'not-there', 'wrong-child', 'reviewed', 'departed',
  'summary', 'referred', 'decided'));
alter table alert_event add check (kind <> 'closed' or outcome in (
  'sought-help-promptly', 'no-concern', 'action-taken', 'wrong-child', 'could-not-reach'));
alter table alert_event add check (kind <> 'departed' or outcome in ('conveyed', 'left-at-home', 'discharged'));
alter table alert_event add check (char_length(detail) <= 4000);
-- The retraction of one look at the record, once.
create unique index alert_event_wrong_child_once on alert_event (alert_id, lookup_id) where kind = 'wrong-child';

-- What the running role may do -----------------------------------------------------------------------------------

grant select, insert on shift_pattern, shift_change, ladder_rung, ladder_target, calendar_link, message, referral,
  referral_alert, delivery_proof, timetable to lantern_app;
grant insert on shift, duty_team_authority to lantern_app;
grant update (cancelled_at) on shift to lantern_app;
grant update (last_on) on shift_pattern to lantern_app;
grant update (undone_at) on shift_change to lantern_app;
grant update (again_minutes) on duty_team to lantern_app;
grant update (wait_minutes) on ladder_rung to lantern_app;
grant update (duty_team_id) on duty_team_authority to lantern_app;
grant delete on ladder_rung, ladder_target, duty_team_authority to lantern_app;
grant update (revoked_at) on calendar_link to lantern_app;
grant update (delivered_at, read_at, read_by_id) on message to lantern_app;
grant update (chased_at, decision, decision_note, decided_by_id, decided_at, told_at) on referral to lantern_app;
grant update (proven_at, failure) on delivery_proof to lantern_app;
grant delete on delivery_proof to lantern_app;
grant update on timetable to lantern_app;

-- Notices whose time is over are looked for every minute, and few of all notices are still open.
create index notice_open on notice (ends_at) where shown_at is null and failed_at is null and expired_at is null;

-- Who sees which rows --------------------------------------------------------------------------------------------

-- A rota is made by the manager of the authority that employs the team; who is on call may take over or be absent.
create function lantern_manages_team(team uuid) returns boolean language sql stable parallel safe
  as $$ select lantern_role() = 'authority-manager' and exists (
    select 1 from duty_team where duty_team.id = team and host_organisation_id = lantern_organisation()) $$;
create function lantern_sees_team(team uuid) returns boolean language sql stable parallel safe
  as $$ select lantern_system() is not null or exists (select 1 from duty_team where duty_team.id = team) $$;

create policy manager_adds on shift for insert to lantern_app with check (lantern_manages_team(duty_team_id));
create policy manager_changes on shift for update to lantern_app using (lantern_manages_team(duty_team_id));
create policy manager_changes on duty_team for update to lantern_app using (lantern_manages_team(id));

create policy manager_adds on duty_team_authority for insert to lantern_app
  with check (lantern_role() = 'authority-manager' and authority_id = lantern_organisation());
create policy manager_changes on duty_team_authority for update to lantern_app
  using (lantern_role() = 'authority-manager' and authority_id = lantern_organisation());
create policy manager_removes on duty_team_authority for delete to lantern_app
  using (lantern_role() = 'authority-manager' and authority_id = lantern_organisation());

alter table shift_pattern enable row level security;
create policy own on shift_pattern for select to lantern_app using (lantern_sees_team(duty_team_id));
create policy manager_adds on shift_pattern for insert to lantern_app with check (lantern_manages_team(duty_team_id));
create policy manager_changes on shift_pattern for update to lantern_app using (lantern_manages_team(duty_team_id));

alter table shift_change enable row level security;
create policy own on shift_change for select to lantern_app using (lantern_sees_team(duty_team_id));
create policy own_adds on shift_change for insert to lantern_app
  with check (made_by_id = lantern_person() and lantern_sees_team(duty_team_id)
    and lantern_role() in ('authority-manager', 'duty-social-worker'));
create policy own_changes on shift_change for update to lantern_app
  using (lantern_manages_team(duty_team_id) or made_by_id = lantern_person());

alter table ladder_rung enable row level security;
create policy own on ladder_rung for select to lantern_app using (lantern_sees_team(duty_team_id));
create policy manager_adds on ladder_rung for insert to lantern_app with check (lantern_manages_team(duty_team_id));
create policy manager_changes on ladder_rung for update to lantern_app using (lantern_manages_team(duty_team_id));
create policy manager_removes on ladder_rung for delete to lantern_app using (lantern_manages_team(duty_team_id));

alter table ladder_target enable row level security;
create policy own on ladder_target for select to lantern_app using (lantern_sees_team(duty_team_id));
create policy manager_adds on ladder_target for insert to lantern_app with check (lantern_manages_team(duty_team_id));
create policy manager_removes on ladder_target for delete to lantern_app using (lantern_manages_team(duty_team_id));

-- A calendar is fetched by a program that knows nothing but the secret.
alter table calendar_link enable row level security;
create policy own on calendar_link for select to lantern_app
  using (person_id = lantern_person() or lantern_system() = 'directory');
create policy own_adds on calendar_link for insert to lantern_app with check (person_id = lantern_person());
create policy own_changes on calendar_link for update to lantern_app using (person_id = lantern_person());

-- Colleagues know each other's roles, to hand on and to fill a rota; the worker tells the managers.
create policy colleagues on role_assignment for select to lantern_app
  using (organisation_id = lantern_organisation() or lantern_system() = 'worker');

-- A manager sees whether the people of their organisation can be reached.
create policy manager on device for select to lantern_app
  using (organisation_id = lantern_organisation() and lantern_role() = 'authority-manager');

-- A drill is added by the manager who runs it.
create policy manager_drills on alert for insert to lantern_app
  with check (drilled_by_id = lantern_person() and lantern_role() = 'authority-manager'
    and authority_id = any (lantern_authorities()));

-- What is about no alert is the person's own.
drop policy both_sides on notice;
create policy both_sides on notice for select to lantern_app
  using (lantern_system() is not null or person_id = lantern_person()
    or exists (select 1 from alert where alert.id = notice.alert_id)
    or (lantern_role() = 'authority-manager' and exists (select 1 from device where device.id = notice.device_id)));
create policy own_test on notice for insert to lantern_app
  with check (purpose = 'test' and alert_id is null and person_id = lantern_person());

alter table message enable row level security;
create policy both_sides on message for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = message.alert_id));
create policy both_sides_add on message for insert to lantern_app
  with check (person_id = lantern_person() and exists (select 1 from alert where alert.id = message.alert_id));
create policy both_sides_read on message for update to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = message.alert_id));

alter table referral enable row level security;
create policy both_sides on referral for select to lantern_app
  using (lantern_system() is not null or authority_id = any (lantern_authorities())
    or organisation_id = lantern_organisation());
create policy referrer_adds on referral for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person());
create policy both_sides_change on referral for update to lantern_app
  using (lantern_system() is not null or authority_id = any (lantern_authorities())
    or (organisation_id = lantern_organisation() and person_id = lantern_person()));

alter table referral_alert enable row level security;
create policy both_sides on referral_alert for select to lantern_app
  using (lantern_system() is not null
    or exists (select 1 from referral where referral.id = referral_alert.referral_id));
create policy referrer_adds on referral_alert for insert to lantern_app
  with check (exists (select 1 from referral
    where referral.id = referral_alert.referral_id and referral.person_id = lantern_person()));

-- Whether the path to the phones works is no secret; only the service writes it.
alter table delivery_proof enable row level security;
create policy known on delivery_proof for select to lantern_app using (lantern_has_actor());
create policy system_adds on delivery_proof for insert to lantern_app with check (lantern_system() is not null);
create policy system_changes on delivery_proof for update to lantern_app using (lantern_system() is not null);
create policy system_removes on delivery_proof for delete to lantern_app using (lantern_system() is not null);

alter table timetable enable row level security;
create policy system_only on timetable for all to lantern_app using (lantern_system() is not null);

-- Drills never mix with figures; the first time of each stage, and how it ended.
create or replace view alert_fact with (security_barrier) as
  select alert.id as alert_id, alert.reference, alert.raised_at, alert.authority_id, alert.organisation_id,
    alert.care_setting_id, stage.shown_at, stage.taken_at, stage.unreached_at
  from alert cross join lateral (
    select min(happened_at) filter (where kind = 'shown') as shown_at,
      min(happened_at) filter (where kind = 'acknowledged') as taken_at,
      min(happened_at) filter (where kind = 'unreached') as unreached_at
    from alert_event where alert_event.alert_id = alert.id) stage
  where alert.drilled_by_id is null and (lantern_counts_all()
    or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and alert.organisation_id = lantern_organisation()));

-- Where an alert stands, for lists: waiting (nobody has it, and somebody should), held (somebody has it) or ended (closed,
-- or withdrawn by all who asked). The same as server/domain/alert/alert-progress.ts derives from the events.
create function lantern_alert_standing(asked uuid) returns text language sql stable parallel safe
  as $$ select case
    when (select kind from alert_event where alert_id = asked and kind in ('closed', 'reopened')
          order by happened_at desc, id desc limit 1) = 'closed' then 'ended'
    when exists (select 1 from alert_event where alert_id = asked and kind in ('acknowledged', 'reopened')) then 'held'
    when exists (select 1 from alert_event where alert_id = asked and kind = 'wrong-child')
      and not exists (select 1 from alert_event look where look.alert_id = asked
        and look.kind in ('raised', 'viewed-again') and not exists (select 1 from alert_event wrong
          where wrong.alert_id = asked and wrong.kind = 'wrong-child' and wrong.lookup_id = look.lookup_id)) then 'ended'
    else 'waiting' end $$;
