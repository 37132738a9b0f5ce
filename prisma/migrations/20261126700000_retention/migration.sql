-- What is old leaves, once a night, in small steps. The periods and their reasons: server/vocabulary/retention.ts and
-- docs/operations.md; why it is done so: docs/decisions/0031-retention.md.
--
-- Nobody is given the right to delete a record. One function deletes, with the owner's rights, what is older than the
-- period that stands here: whoever calls it can choose neither rows nor period, and no clock ahead of the database's.

CREATE TABLE "retention" (
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "is_counted" BOOLEAN NOT NULL DEFAULT false,
    "facts_since" DATE,
    "begun_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "passed_id" UUID,
    "removed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_pkey" PRIMARY KEY ("name")
);
CREATE UNIQUE INDEX "retention_place_key" ON "retention"("place");

-- In this order: what names something else leaves before it. What is counted in figures has one period, so that the days
-- of which all is there begin at one day.
insert into retention (name, place, days, is_counted) values
  ('person-search', 1, 90, false), ('session', 2, 400, false), ('handed-card', 3, 400, false),
  ('notice', 4, 400, false), ('reach', 5, 400, false), ('list-rows', 6, 90, false), ('fault', 7, 730, false),
  ('trace', 8, 400, false), ('plan', 9, 730, false), ('referral', 10, 2192, true), ('alert', 11, 2192, true),
  ('look-up', 12, 2192, true), ('incident', 13, 2192, true), ('child', 14, 0, false), ('list', 15, 730, false),
  ('rota', 16, 2192, false), ('practice', 17, 730, false), ('device', 18, 90, false), ('token', 19, 730, false),
  ('figure', 20, 3653, false), ('audit', 21, 2922, false);

-- Finding what is old, and what still names it --------------------------------------------------------------------

-- A range of a block-range index never narrows again once room that was freed in it is used anew: after the first nights
-- it would lead everywhere.
DROP INDEX "lookup_asked_at_idx";
CREATE INDEX "lookup_asked_at_idx" ON "lookup"("asked_at");
DROP INDEX "alert_raised_at_idx";
CREATE INDEX "alert_raised_at_idx" ON "alert"("raised_at");
DROP INDEX "notice_queued_at_idx";
CREATE INDEX "notice_queued_at_idx" ON "notice"("queued_at");
create index notice_of_no_alert on notice (queued_at) where alert_id is null;
CREATE INDEX "audit_happened_at_idx" ON "audit"("happened_at");
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");
CREATE INDEX "person_search_searched_at_idx" ON "person_search"("searched_at");
CREATE INDEX "card_handover_ends_at_idx" ON "card_handover"("ends_at");
CREATE INDEX "reach_result_checked_at_idx" ON "reach_result"("checked_at");
CREATE INDEX "reach_check_due_at_idx" ON "reach_check"("due_at");
CREATE INDEX "incident_opened_at_idx" ON "incident"("opened_at");
CREATE INDEX "referral_made_at_idx" ON "referral"("made_at");
CREATE INDEX "shift_ends_at_idx" ON "shift"("ends_at");
CREATE INDEX "feed_received_at_idx" ON "feed"("received_at");
CREATE INDEX "data_fault_fixed_at_idx" ON "data_fault"("fixed_at");

CREATE INDEX "card_addressee_lookup_id_idx" ON "card_addressee"("lookup_id");
CREATE INDEX "birth_report_lookup_id_idx" ON "birth_report"("lookup_id");
CREATE INDEX "attendance_incident_id_idx" ON "attendance"("incident_id");
CREATE INDEX "alert_incident_id_idx" ON "alert"("incident_id");
CREATE INDEX "plan_feed_id_idx" ON "plan"("feed_id");
CREATE INDEX "plan_missing_from_feed_id_idx" ON "plan"("missing_from_feed_id");
CREATE INDEX "data_fault_first_feed_id_idx" ON "data_fault"("first_feed_id");
CREATE INDEX "data_fault_last_feed_id_idx" ON "data_fault"("last_feed_id");
CREATE INDEX "data_fault_fixed_feed_id_idx" ON "data_fault"("fixed_feed_id");

-- Figures of days whose facts have left --------------------------------------------------------------------------

-- The first day of which every fact is there; null before anything left.
create function lantern_facts_since() returns date language sql stable parallel safe
  as $$ select facts_since from retention where name = 'look-up' $$;

-- What was counted of earlier days is the truth about them now: nobody counts them anew, not even by mistake.
do $$
  declare figures text;
  begin
    foreach figures in array array['lookup_day', 'told_day', 'alert_day', 'report_day'] loop
      execute format('create policy closed_days_stay on %I as restrictive for delete to lantern_app
        using (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
      execute format('create policy closed_days_are_not_added_to on %I as restrictive for insert to lantern_app
        with check (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
    end loop;
  end $$;

-- One step of each kind -------------------------------------------------------------------------------------------

-- All of this runs inside the two functions at the end, with their rights and in their search path, and by no other way.

-- Deletes so many rows of one table that stand alone; tells how many. `which` is written below and nowhere else.
create function lantern_forget_rows(of_table regclass, which text, cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare gone int; begin
    execute format('delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit $2))', of_table, which)
      using cutoff, most;
    get diagnostics gone = row_count;
    return jsonb_build_object(of_table::text, gone);
  end $$;

create function lantern_forget_sessions(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from session where expires_at < cutoff order by expires_at limit most);
    with sign as (delete from crew_call_sign where session_id = any (ids) returning 1),
      closed as (delete from session where id = any (ids) returning 1)
    select jsonb_build_object('crew_call_sign', (select count(*) from sign), 'session', (select count(*) from closed)) into gone;
    return gone;
  end $$;

create function lantern_forget_handed_cards(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from card_handover where ends_at < cutoff order by ends_at limit most);
    with told as (delete from notice where card_handover_id = any (ids) returning 1),
      addressee as (delete from card_addressee where handover_id = any (ids) returning 1),
      card as (delete from card_handover where id = any (ids) returning 1)
    select jsonb_build_object('notice', (select count(*) from told), 'card_addressee', (select count(*) from addressee),
      'card_handover', (select count(*) from card)) into gone;
    return gone;
  end $$;

-- The newest result of a person on a team's rota is how they stand, however old.
create function lantern_forget_reach(cutoff timestamptz, most int) returns jsonb
  language sql
  as $$ select lantern_forget_rows('reach_check', 'due_at < $1 and done_at is not null', cutoff, most)
    || lantern_forget_rows('reach_telling', 'told_at < $1', cutoff, most)
    || lantern_forget_rows('reach_result', 'checked_at < $1 and exists (select from reach_result newer
      where newer.duty_team_id = reach_result.duty_team_id and newer.person_id = reach_result.person_id
        and newer.checked_at > reach_result.checked_at)', cutoff, most) $$;

-- A delivery that is under way or waits for somebody, and the newest list of its authority.
create function lantern_is_list_needed(asked feed) returns boolean
  language sql stable
  as $$ select asked.state in ('received', 'tracing', 'waiting', 'review', 'held')
    or asked.id = (select id from feed newest where newest.authority_id = asked.authority_id and newest.kind = 'list'
      and newest.state = 'applied' order by newest.received_at desc, newest.sequence desc limit 1) $$;

create function lantern_forget_list_rows(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from feed where received_at < cutoff and not lantern_is_list_needed(feed)
      and (effects <> '[]' or exists (select from feed_content where feed_id = feed.id)
        or exists (select from row_problem where feed_id = feed.id))
      order by received_at limit greatest(1, most / 50));
    with content as (delete from feed_content where feed_id = any (ids) returning 1),
      problem as (delete from row_problem where feed_id = any (ids) returning 1),
      emptied as (update feed set effects = '[]' where id = any (ids) and effects <> '[]' returning 1)
    select jsonb_build_object('feed_content', (select count(*) from content), 'row_problem', (select count(*) from problem),
      'feed.effects', (select count(*) from emptied)) into gone;
    return gone;
  end $$;

-- The register is locked as by a list that is applied, and is another version afterwards: what somebody was about to
-- confirm or undo is looked at anew.
create function lantern_forget_plans(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from plan where coalesce(deleted_on, end_on) < (cutoff at time zone 'Europe/London')::date
      and lantern_is_plan_over(plan, cutoff) limit most);
    update register_state set version = version + 1
      where authority_id in (select authority_id from plan where id = any (ids));
    -- A list may have changed one while we waited for it.
    ids := array(select id from plan where id = any (ids) and lantern_is_plan_over(plan, cutoff));
    with change as (delete from plan_change where plan_id = any (ids) returning 1),
      birth as (delete from birth_question where plan_id = any (ids) returning 1),
      ended as (delete from plan where id = any (ids) returning 1)
    select jsonb_build_object('plan_change', (select count(*) from change), 'birth_question', (select count(*) from birth),
      'plan', (select count(*) from ended)) into gone;
    return gone;
  end $$;

-- Ended or entered in error so long ago, and touched by nothing since: not told otherwise than the lists say, no birth
-- unanswered, no change that could still be taken back. Only a date that an authority gave makes a plan leave.
create function lantern_is_plan_over(asked plan, cutoff timestamptz) returns boolean
  language sql stable
  as $$ select greatest(coalesce(asked.deleted_on, asked.end_on), case when asked.kind = 'unborn' then asked.due_on end)
      < (cutoff at time zone 'Europe/London')::date
    and coalesce(asked.deleted_on, asked.end_on) is not null and asked.told_at is null
    and not exists (select from birth_question where plan_id = asked.id and answer is null)
    and not exists (select from plan_change where plan_id = asked.id and changed_at >= cutoff) $$;

create function lantern_forget_referrals(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from referral where made_at < cutoff and decided_at < cutoff order by made_at limit most
      for update skip locked);
    with child as (delete from referral_alert where referral_id = any (ids) returning 1),
      decided as (delete from referral where id = any (ids) returning 1)
    select jsonb_build_object('referral_alert', (select count(*) from child), 'referral', (select count(*) from decided)) into gone;
    return gone;
  end $$;

-- Closed or withdrawn, nothing happened to it since, and its child is in no register any more. By its last event and not
-- its first: a look that joined it on a day that is still counted has to be counted as told.
create function lantern_is_alert_over(asked alert, cutoff timestamptz) returns boolean
  language sql stable
  as $$ select lantern_alert_standing(asked.id) = 'ended'
    and not exists (select from alert_event where alert_id = asked.id and happened_at >= cutoff)
    and not exists (select from message where alert_id = asked.id and sent_at >= cutoff)
    and not exists (select from missed_appointment where alert_id = asked.id and reported_at >= cutoff)
    and not exists (select from birth_report where alert_id = asked.id and reported_at >= cutoff)
    and not exists (select from referral_alert where alert_id = asked.id)
    and not exists (select from plan where subject_id = asked.subject_id) $$;

create function lantern_forget_alerts(seen uuid[], cutoff timestamptz) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from alert where id = any (seen) and lantern_is_alert_over(alert, cutoff) for update skip locked);
    with event as (delete from alert_event where alert_id = any (ids) returning 1),
      told as (delete from notice where alert_id = any (ids) returning 1),
      written as (delete from message where alert_id = any (ids) returning 1),
      missed as (delete from missed_appointment where alert_id = any (ids) returning 1),
      birth as (delete from birth_report where alert_id = any (ids) returning 1),
      ended as (delete from alert where id = any (ids) returning 1)
    select jsonb_build_object('alert_event', (select count(*) from event), 'notice', (select count(*) from told),
      'message', (select count(*) from written), 'missed_appointment', (select count(*) from missed),
      'birth_report', (select count(*) from birth), 'alert', (select count(*) from ended)) into gone;
    return gone;
  end $$;

-- Nothing that stays names it, and no privacy officer waits for an answer about it.
create function lantern_is_lookup_over(asked lookup, cutoff timestamptz) returns boolean
  language sql stable
  as $$ select not exists (select from alert where lookup_id = asked.id)
    and not exists (select from alert_event where lookup_id = asked.id)
    and not exists (select from missed_appointment where lookup_id = asked.id)
    and not exists (select from birth_report where lookup_id = asked.id)
    and not exists (select from card_handover where lookup_id = asked.id)
    and not exists (select from card_addressee where lookup_id = asked.id)
    and not exists (select from look_review review where lookup_id = asked.id
      and (decided_at >= cutoff or answered_at >= cutoff or (decision = 'asked' and not exists (
        select from look_review later where later.lookup_id = asked.id and later.decided_at > review.decided_at
          and later.decision <> 'asked')))) $$;

create function lantern_forget_lookups(seen uuid[], cutoff timestamptz) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from lookup where id = any (seen) and lantern_is_lookup_over(lookup, cutoff) for update skip locked);
    with visit as (delete from attendance where lookup_id = any (ids) returning 1),
      review as (delete from look_review where lookup_id = any (ids) returning 1),
      asked as (delete from lookup where id = any (ids) returning 1)
    select jsonb_build_object('attendance', (select count(*) from visit), 'look_review', (select count(*) from review),
      'lookup', (select count(*) from asked)) into gone;
    return gone;
  end $$;

create function lantern_forget_incidents(seen uuid[]) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from incident where id = any (seen)
      and not exists (select from lookup where incident_id = incident.id)
      and not exists (select from attendance where incident_id = incident.id)
      and not exists (select from alert where incident_id = incident.id) for update skip locked);
    with nameless as (delete from unidentified where incident_id = any (ids) returning 1),
      call as (delete from incident where id = any (ids) returning 1)
    select jsonb_build_object('unidentified', (select count(*) from nameless), 'incident', (select count(*) from call)) into gone;
    return gone;
  end $$;

create function lantern_forget_lists(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare ids uuid[]; gone jsonb; begin
    ids := array(select id from feed where received_at < cutoff and not lantern_is_list_needed(feed)
      and not exists (select from plan where feed_id = feed.id)
      and not exists (select from plan where missing_from_feed_id = feed.id)
      and not exists (select from plan_change where feed_id = feed.id)
      and not exists (select from data_fault where first_feed_id = feed.id)
      and not exists (select from data_fault where last_feed_id = feed.id)
      and not exists (select from data_fault where fixed_feed_id = feed.id)
      order by received_at limit most for update skip locked);
    with content as (delete from feed_content where feed_id = any (ids) returning 1),
      problem as (delete from row_problem where feed_id = any (ids) returning 1),
      list as (delete from feed where id = any (ids) returning 1)
    select jsonb_build_object('feed_content', (select count(*) from content), 'row_problem', (select count(*) from problem),
      'feed', (select count(*) from list)) into gone;
    return gone;
  end $$;

-- A phone that is told nothing any more loses its address; its row stays while a notice names it.
create function lantern_forget_devices(cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ declare gone jsonb; emptied int; begin
    gone := lantern_forget_rows('device', 'retired_at < $1 and not exists (select from notice where device_id = device.id)',
      cutoff, most);
    update device set sealed_address = '', hint = '', address_digest = encode(sha256(id::text::bytea), 'hex')
      where id = any (array(select id from device where retired_at < cutoff and sealed_address <> '' limit most));
    get diagnostics emptied = row_count;
    return gone || jsonb_build_object('device.sealed_address', emptied);
  end $$;

create function lantern_forget_figures(cutoff timestamptz, most int) returns jsonb
  language sql
  as $$ select lantern_forget_rows('lookup_day', old, cutoff, most) || lantern_forget_rows('told_day', old, cutoff, most)
      || lantern_forget_rows('alert_day', old, cutoff, most) || lantern_forget_rows('report_day', old, cutoff, most)
      || lantern_forget_rows('proof_day', old, cutoff, most)
    from (select 'day < ($1 at time zone ''Europe/London'')::date' as old) figures $$;

create function lantern_forget_one(kind text, cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$ begin return case kind
    when 'person-search' then lantern_forget_rows('person_search', 'searched_at < $1 order by searched_at', cutoff, most)
    when 'session' then lantern_forget_sessions(cutoff, most)
    when 'handed-card' then lantern_forget_handed_cards(cutoff, most)
    when 'notice' then lantern_forget_rows('notice',
      'queued_at < $1 and ends_at < $1 and alert_id is null and card_handover_id is null order by queued_at',
      cutoff, most)
      || lantern_forget_rows('webhook_delivery', 'made_at < $1 and taken_at is not null', cutoff, most)
    when 'reach' then lantern_forget_reach(cutoff, most)
    when 'list-rows' then lantern_forget_list_rows(cutoff, most)
    when 'fault' then lantern_forget_rows('data_fault', 'fixed_at < $1 order by fixed_at', cutoff, most)
    when 'trace' then lantern_forget_rows('trace', 'traced_at < $1', cutoff, most)
    when 'plan' then lantern_forget_plans(cutoff, most)
    when 'referral' then lantern_forget_referrals(cutoff, most)
    when 'child' then lantern_forget_rows('subject', 'not exists (select from plan where subject_id = subject.id)
      and not exists (select from alert where subject_id = subject.id)', cutoff, most)
    when 'list' then lantern_forget_lists(cutoff, most)
    when 'rota' then lantern_forget_rows('shift', 'ends_at < $1 order by ends_at', cutoff, most)
      || lantern_forget_rows('shift_change', 'ends_at < $1', cutoff, most)
      || lantern_forget_rows('shift_pattern', 'last_on < ($1 at time zone ''Europe/London'')::date', cutoff, most)
    when 'practice' then lantern_forget_rows('practice_run', 'started_at < $1', cutoff, most)
    when 'device' then lantern_forget_devices(cutoff, most)
    when 'token' then lantern_forget_rows('feed_token', 'least(revoked_at, expires_at) < $1', cutoff, most)
      || lantern_forget_rows('calendar_link', 'revoked_at < $1', cutoff, most)
    when 'figure' then lantern_forget_figures(cutoff, most)
    when 'audit' then lantern_forget_rows('audit', 'happened_at < $1 order by happened_at', cutoff, most)
  end; end $$;

-- Of these many may have to stay: each is looked at once a night, from the oldest on, and `passed` says how far.
create function lantern_forget_passing(turn retention, cutoff timestamptz, most int) returns jsonb
  language plpgsql
  as $$
  declare
    seen uuid[];
    last_at timestamptz;
    last_id uuid;
    source text := case turn.name when 'alert' then 'alert' when 'look-up' then 'lookup' else 'incident' end;
    dated text := case turn.name when 'alert' then 'raised_at' when 'look-up' then 'asked_at' else 'opened_at' end;
  begin
    execute format(
      'select array_agg(id order by at, id), (array_agg(at order by at desc, id desc))[1], (array_agg(id order by at desc, id desc))[1]
       from (select id, %1$I as at from %2$I
         where %1$I < $1 and ($2::timestamptz is null or (%1$I >= $2 and (%1$I, id) > ($2, $3)))
         order by %1$I, id limit $4) old', dated, source)
      into seen, last_at, last_id using cutoff, turn.passed_at, turn.passed_id, most;
    update retention set passed_at = coalesce(last_at, passed_at), passed_id = coalesce(last_id, passed_id)
      where name = turn.name;
    return jsonb_build_object('seen', coalesce(cardinality(seen), 0)) || case
      when seen is null then '{}'
      when turn.name = 'alert' then lantern_forget_alerts(seen, cutoff)
      when turn.name = 'look-up' then lantern_forget_lookups(seen, cutoff)
      else lantern_forget_incidents(seen) end;
  end $$;

-- What the worker calls --------------------------------------------------------------------------------------------

-- Begins a night's turn. Days whose facts will leave are closed first; while a change of one of them waits to be counted,
-- nothing begins: false.
create function lantern_begin_forgetting(as_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    at timestamptz := least(as_at, clock_timestamp());
    closed date := lantern_facts_since();
    since date;
  begin
    if lantern_system() is distinct from 'worker' then
      raise insufficient_privilege using message = 'only the worker removes what is old';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('lantern retention', 0));
    -- Whoever counts finishes first, and counts no closed day afterwards.
    perform pg_advisory_xact_lock(hashtextextended('lantern figures', 0));
    select greatest(closed, (at at time zone 'Europe/London')::date - days) into since from retention where name = 'look-up';
    if exists (select from changed_day where day < since and day >= coalesce(closed, '-infinity'::date)) then
      return false;
    end if;
    update retention set facts_since = since where name = 'look-up';
    update retention set begun_at = at, done_at = null, passed_at = null, passed_id = null, removed = 0;
    return true;
  end $$;

-- The next small step of the turn that is under way: at most so many rows are looked at of each table that leads. What was
-- removed is on record in the same transaction, as counts. No row where nothing is left to do.
create function lantern_forget(as_at timestamptz, most int) returns table (name text, removed int, is_last boolean)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    at timestamptz := least(as_at, clock_timestamp());
    limited int := greatest(1, least(most, 5000));
    turn retention;
    cutoff timestamptz;
    gone jsonb;
    total int;
    is_over boolean;
  begin
    if lantern_system() is distinct from 'worker' then
      raise insufficient_privilege using message = 'only the worker removes what is old';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('lantern retention', 0));
    select * into turn from retention where done_at is null and begun_at is not null order by place limit 1;
    if not found then return; end if;

    cutoff := case when turn.is_counted then lantern_facts_since()::timestamp at time zone 'Europe/London'
      else at - make_interval(days => turn.days) end;
    if turn.name in ('alert', 'look-up', 'incident') then
      gone := lantern_forget_passing(turn, cutoff, limited);
      is_over := (gone ->> 'seen')::int < limited;
      gone := gone - 'seen';
    else
      gone := lantern_forget_one(turn.name, cutoff, limited);
      is_over := not exists (select from jsonb_each_text(gone) where value::int > 0);
    end if;
    select coalesce(sum(value::int), 0) into total from jsonb_each_text(gone);

    update retention set removed = retention.removed + total, done_at = case when is_over then at end
      where retention.name = turn.name;
    if total > 0 then
      insert into audit (happened_at, actor_kind, actor_name, action, outcome, detail)
        select at, 'system', 'worker', 'retention:remove', 'done', string_agg(key || ' ' || value, ', ' order by key)
        from jsonb_each_text(gone) where value::int > 0;
    end if;
    return query select turn.name, total, is_over;
  end $$;

-- Nobody else runs any of it; the worker only the two.
do $$
  declare part regprocedure;
  begin
    for part in select oid from pg_proc where pronamespace = 'public'::regnamespace
      and (proname like 'lantern\_forget%' or proname in ('lantern_begin_forgetting', 'lantern_is_list_needed',
        'lantern_is_plan_over', 'lantern_is_alert_over', 'lantern_is_lookup_over')) loop
      execute format('revoke all on function %s from public', part);
    end loop;
  end $$;
grant execute on function lantern_begin_forgetting(timestamptz), lantern_forget(timestamptz, int) to lantern_app;

-- Periods and how the last night went: no secret to anybody who is signed in, and written by nobody.
alter table retention enable row level security;
create policy known on retention for select to lantern_app using (lantern_has_actor());
grant select on retention to lantern_app;
