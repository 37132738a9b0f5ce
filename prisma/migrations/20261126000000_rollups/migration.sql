-- Figures over years: counted once a day's facts have changed, and read from what was counted. No name, no NHS number and
-- no id of a person, lookup or alert is in any of these tables. docs/decisions/0026-rollups.md says why it is done so.

-- Days whose facts have changed since they were counted. Rows are only added until the worker takes them all: a mark that
-- is not yet committed when it does stays for the next time, so nothing is ever missed, whatever a clock says.
CREATE TABLE "changed_day" (
    "day" DATE NOT NULL,
    "facts" TEXT NOT NULL
);
alter table changed_day add check (facts in ('lookups', 'alerts', 'reports'));

CREATE TABLE "figures_state" (
    "name" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figures_state_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "lookup_day" (
    "day" DATE NOT NULL,
    "organisation_id" UUID,
    "care_setting_id" UUID,
    "mode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "cause" TEXT,
    "hours" INTEGER[],
    "lookups" INTEGER NOT NULL
);
CREATE INDEX "lookup_day_day_idx" ON "lookup_day"("day");
CREATE INDEX "lookup_day_organisation_id_day_idx" ON "lookup_day"("organisation_id", "day");
alter table lookup_day alter column hours set not null, add check (cardinality(hours) = 24);

CREATE TABLE "told_day" (
    "day" DATE NOT NULL,
    "authority_id" UUID NOT NULL,
    "told" UUID[],
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "hours" INTEGER[],
    "lookups" INTEGER NOT NULL
);
CREATE INDEX "told_day_day_idx" ON "told_day"("day");
CREATE INDEX "told_day_authority_id_day_idx" ON "told_day"("authority_id", "day");
alter table told_day alter column told set not null, add check (authority_id = any (told));
alter table told_day alter column hours set not null, add check (cardinality(hours) = 24);

CREATE TABLE "alert_day" (
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "authority_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "channel" TEXT,
    "rung" INTEGER,
    "outcome" TEXT,
    "is_unreached" BOOLEAN NOT NULL,
    "shown" INTEGER,
    "taken" INTEGER,
    "answered" INTEGER,
    "closed" INTEGER,
    "alerts" INTEGER NOT NULL
);
CREATE INDEX "alert_day_day_idx" ON "alert_day"("day");
CREATE INDEX "alert_day_authority_id_day_idx" ON "alert_day"("authority_id", "day");
CREATE INDEX "alert_day_organisation_id_day_idx" ON "alert_day"("organisation_id", "day");

CREATE TABLE "report_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "authority_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reports" INTEGER NOT NULL
);
CREATE INDEX "report_day_day_idx" ON "report_day"("day");
alter table report_day add check (kind in ('missed', 'referral'));

-- What is counted ------------------------------------------------------------------------------------------------

-- Facts as the worker counts them, and nobody else sees them. Failed attempts are known from the audit alone.
create view lookup_to_count with (security_barrier) as
  select asked_at as at, organisation_id, care_setting_id, mode, number_source as channel, answer,
    case when answer = 'could-not-check' then 'answered' end as cause,
    case when answer = 'held' then array(
      select distinct alert.authority_id from alert_event event join alert on alert.id = event.alert_id
      where event.lookup_id = lookup.id and lantern_is_look(event.kind) and alert.kind = 'look-up'
      order by alert.authority_id) else '{}' end as told
  from lookup where lantern_system() = 'worker'
  union all
  select happened_at, organisation_id, care_setting_id,
    case action when 'child:look-up' then 'unscheduled' else 'scheduled' end, 'not-known', 'could-not-check',
    coalesce(left(detail, 60), 'unknown'), '{}'
  from audit
  where action in ('child:look-up', 'child:look-up-silently') and outcome = 'failed' and lantern_system() = 'worker';

-- Alerts with the first time of each step. The rung is the highest that was told before somebody took it; the channel is
-- that of the notice by which whoever took it first saw it.
create view alert_to_count with (security_barrier) as
  select alert.raised_at as at, alert.authority_id, alert.organisation_id, alert.care_setting_id, step.shown_at,
    step.taken_at, step.closed_at, step.is_unreached, least(step.answered_at, step.closed_at, (
      select min(sent_at) from message where message.alert_id = alert.id and side = 'duty')) as answered_at,
    (select max(rung) from alert_event told where told.alert_id = alert.id and told.kind = 'notified'
      and (step.taken_at is null or told.happened_at <= step.taken_at)) as rung,
    (select outcome from alert_event last where last.alert_id = alert.id and last.kind = 'closed'
      order by happened_at desc, id desc limit 1) as outcome,
    case when step.taken_at is not null then coalesce((
      select notice.channel from notice
      where notice.alert_id = alert.id and notice.purpose in ('alert', 'alarm', 'offer')
        and notice.person_id = (select taking.person_id from alert_event taking
          where taking.alert_id = alert.id and taking.kind = 'acknowledged' order by happened_at, id limit 1)
        and least(notice.shown_at, notice.opened_at) <= step.taken_at
      order by least(notice.shown_at, notice.opened_at), notice.id limit 1), 'none') end as channel
  from alert cross join lateral (
    select min(happened_at) filter (where kind = 'shown') as shown_at,
      min(happened_at) filter (where kind = 'acknowledged') as taken_at,
      min(happened_at) filter (where kind = 'promised') as answered_at,
      min(happened_at) filter (where kind = 'closed') as closed_at,
      coalesce(bool_or(kind = 'unreached'), false) as is_unreached
    from alert_event where alert_event.alert_id = alert.id) step
  where alert.drilled_by_id is null and alert.kind = 'look-up' and lantern_system() = 'worker';

-- Missed appointments, once for each authority that was told, and referrals by how they were decided.
create view report_to_count with (security_barrier) as
  select reported_at as at, 'missed' as kind, appointment_kind as word, alert.authority_id, missed.organisation_id
  from missed_appointment missed join alert on alert.id = missed.alert_id where lantern_system() = 'worker'
  union all
  select made_at, 'referral', case when decided_at is null then 'not-decided' when decided_at <= due_at then 'in-time'
    else 'late' end, authority_id, organisation_id
  from referral where lantern_system() = 'worker';

-- When a day has changed -----------------------------------------------------------------------------------------

-- Whoever writes a fact marks its day, with the owner's rights: nobody can write one without.
create function lantern_mark_day() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
  declare
    fact jsonb := to_jsonb(new);
    at timestamptz := case tg_argv[1]
      when 'of-alert' then (select raised_at from alert where id = (fact ->> 'alert_id')::uuid)
      else (fact ->> tg_argv[1])::timestamptz end;
  begin
    if at is not null then
      insert into changed_day values ((at at time zone 'Europe/London')::date, tg_argv[0]);
    end if;
    return null;
  end $$;
revoke all on function lantern_mark_day() from public;

create trigger mark_day after insert on lookup for each row execute function lantern_mark_day('lookups', 'asked_at');
create trigger mark_day after insert on audit for each row
  when (new.outcome = 'failed' and new.action in ('child:look-up', 'child:look-up-silently'))
  execute function lantern_mark_day('lookups', 'happened_at');
create trigger mark_day after insert on alert for each row execute function lantern_mark_day('alerts', 'raised_at');
create trigger mark_day after insert on alert_event for each row
  when (new.kind in ('notified', 'shown', 'acknowledged', 'promised', 'closed', 'unreached'))
  execute function lantern_mark_day('alerts', 'of-alert');
-- Looks that join an alert tell its authority of a lookup.
create trigger mark_lookup_day after insert on alert_event for each row
  when (lantern_is_look(new.kind)) execute function lantern_mark_day('lookups', 'happened_at');
create trigger mark_day after insert on message for each row when (new.side = 'duty')
  execute function lantern_mark_day('alerts', 'of-alert');
create trigger mark_day after update of shown_at, opened_at on notice for each row
  when (new.alert_id is not null) execute function lantern_mark_day('alerts', 'of-alert');
create trigger mark_day after insert on missed_appointment for each row
  execute function lantern_mark_day('reports', 'reported_at');
create trigger mark_day after insert or update of decided_at on referral for each row
  execute function lantern_mark_day('reports', 'made_at');

-- What there is already.
insert into changed_day select distinct (asked_at at time zone 'Europe/London')::date, 'lookups' from lookup;
insert into changed_day select distinct (happened_at at time zone 'Europe/London')::date, 'lookups' from audit
  where outcome = 'failed' and action in ('child:look-up', 'child:look-up-silently');
insert into changed_day select distinct (raised_at at time zone 'Europe/London')::date, 'alerts' from alert;
insert into changed_day select distinct (reported_at at time zone 'Europe/London')::date, 'reports' from missed_appointment;
insert into changed_day select distinct (made_at at time zone 'Europe/London')::date, 'reports' from referral;

-- What the running role may do, and who sees which rows ------------------------------------------------------------

grant select on lookup_to_count, alert_to_count, report_to_count to lantern_app;
grant select, insert, delete on changed_day, lookup_day, told_day, alert_day, report_day to lantern_app;
grant select, insert, update on figures_state to lantern_app;

alter table changed_day enable row level security;
create policy worker_only on changed_day for all to lantern_app using (lantern_system() = 'worker');

alter table figures_state enable row level security;
create policy who_counts on figures_state for select to lantern_app
  using (lantern_counts_all() or lantern_system() = 'worker' or lantern_role() in ('authority-manager', 'health-manager'));
create policy worker_adds on figures_state for insert to lantern_app with check (lantern_system() = 'worker');
create policy worker_changes on figures_state for update to lantern_app using (lantern_system() = 'worker');

-- As the views of the facts; asked once a statement and not once a row. The worker replaces what it counted before.
alter table lookup_day enable row level security;
create policy who_counts on lookup_day for select to lantern_app
  using ((select lantern_counts_all()) or ((select lantern_role()) = 'health-manager'
    and organisation_id = (select lantern_organisation())));
create policy worker_counts on lookup_day for all to lantern_app using ((select lantern_system()) = 'worker');

alter table told_day enable row level security;
create policy who_counts on told_day for select to lantern_app
  using ((select lantern_role()) = 'authority-manager' and authority_id = any ((select lantern_authorities())::uuid[]));
create policy worker_counts on told_day for all to lantern_app using ((select lantern_system()) = 'worker');

alter table alert_day enable row level security;
create policy who_counts on alert_day for select to lantern_app
  using ((select lantern_counts_all())
    or ((select lantern_role()) = 'authority-manager' and authority_id = any ((select lantern_authorities())::uuid[]))
    or ((select lantern_role()) = 'health-manager' and organisation_id = (select lantern_organisation())));
create policy worker_counts on alert_day for all to lantern_app using ((select lantern_system()) = 'worker');

alter table report_day enable row level security;
create policy who_counts on report_day for select to lantern_app
  using ((select lantern_counts_all())
    or ((select lantern_role()) = 'authority-manager' and authority_id = any ((select lantern_authorities())::uuid[]))
    or ((select lantern_role()) = 'health-manager' and organisation_id = (select lantern_organisation())));
create policy worker_counts on report_day for all to lantern_app using ((select lantern_system()) = 'worker');
