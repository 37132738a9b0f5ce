-- Days of the whole service, put together a second time from what was counted of them, so that a year is read as some
-- hundred rows in place of some hundred thousand. No name, no NHS number and no id of a person, lookup or alert is in any of
-- these tables. docs/decisions/0037-days-of-the-service.md says why it is done so.

-- A number for each word that is packed: ids of authorities and settings, channels and outcomes. Numbers never change, since days that were packed with them stay.
CREATE TABLE "figure_word" (
    "code" SERIAL NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "figure_word_pkey" PRIMARY KEY ("code")
);
CREATE UNIQUE INDEX "figure_word_word_key" ON "figure_word"("word");

-- All alerts of a London day: each column has a number for each alert, in the same order, in the form of lantern_packed.
CREATE TABLE "alert_service_day" (
    "day" DATE NOT NULL,
    "alerts" INTEGER NOT NULL,
    "hour" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "unreached" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "taken" TEXT NOT NULL,
    "answered" TEXT NOT NULL,
    "closed" TEXT NOT NULL,

    CONSTRAINT "alert_service_day_pkey" PRIMARY KEY ("day")
);

-- Lookups of a London day by how they were asked and answered: of each organisation, and of the whole service where none is named.
CREATE TABLE "asked_day" (
    "day" DATE NOT NULL,
    "organisation_id" UUID,
    "channel" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "cause" TEXT,
    "hours" INTEGER[],
    "lookups" INTEGER NOT NULL
);
CREATE INDEX "asked_day_day_idx" ON "asked_day"("day");
CREATE INDEX "asked_day_organisation_id_day_idx" ON "asked_day"("organisation_id", "day");
alter table asked_day alter column hours set not null, add check (cardinality(hours) = 24);

-- Lookups of a London day by care setting and answer: each column has a number for each setting, in the same order.
CREATE TABLE "setting_service_day" (
    "day" DATE NOT NULL,
    "settings" INTEGER NOT NULL,
    "setting" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "none_held" TEXT NOT NULL,
    "could_not_check" TEXT NOT NULL,

    CONSTRAINT "setting_service_day_pkey" PRIMARY KEY ("day")
);

-- To take columns apart that are a few kilobytes long takes longer than to read them as they are.
do $$
  declare packed record;
  begin
    for packed in select attrelid::regclass as of_table, attname from pg_attribute
      where attrelid in ('alert_service_day'::regclass, 'setting_service_day'::regclass) and atttypid = 'text'::regtype loop
      execute format('alter table %s alter column %I set storage external', packed.of_table, packed.attname);
    end loop;
  end $$;

-- How they are counted --------------------------------------------------------------------------------------------

-- A number from nought on as two digits of 90 (from '!' to 'z'), one above 8,099 as '}' and five; '~' is none. Text, since
-- that is how PostgreSQL answers: what is short is soon sent.
create function lantern_packed(value int) returns text language sql immutable parallel safe
  as $$ select case when value is null then '~' when value < 8100 then chr(33 + value / 90) || chr(33 + value % 90)
    else '}' || chr(33 + value / 65610000) || chr(33 + value / 729000 % 90) || chr(33 + value / 8100 % 90)
      || chr(33 + value / 90 % 90) || chr(33 + value % 90) end $$;

-- Gives numbers to words that have none.
create function lantern_learn_words(words text[]) returns void language sql
  as $$
  insert into figure_word (word) select distinct word from unnest(words) as said (word)
  where word is not null and not exists (select from figure_word known where known.word = said.word) order by word
  $$;

create function lantern_count_lookups_of_service(of_day date) returns void language sql
  as $$
  delete from asked_day where day = of_day;
  with by_hour as materialized (
    select organisation_id, channel, answer, cause, hour, sum(counted)::int as lookups
    from lookup_day cross join unnest(hours) with ordinality as of_hour (counted, hour)
    where day = of_day group by organisation_id, channel, answer, cause, hour),
  of_service as (
    select channel, answer, cause, hour, sum(lookups)::int as lookups from by_hour group by channel, answer, cause, hour)
  insert into asked_day (day, organisation_id, channel, answer, cause, hours, lookups)
  select of_day, organisation_id, channel, answer, cause, array_agg(lookups order by hour), sum(lookups)
  from (select null::uuid as organisation_id, * from of_service
    union all select * from by_hour where organisation_id is not null) counted
  group by organisation_id, channel, answer, cause order by organisation_id;

  delete from setting_service_day where day = of_day;
  select lantern_learn_words(array_agg(distinct care_setting_id::text)) from lookup_day where day = of_day;
  insert into setting_service_day (day, settings, setting, held, none_held, could_not_check)
  select of_day, count(*), string_agg(lantern_packed(code), '' order by code),
    string_agg(lantern_packed(held), '' order by code), string_agg(lantern_packed(none_held), '' order by code),
    string_agg(lantern_packed(could_not_check), '' order by code)
  from (select care_setting_id::text as word, sum(lookups) filter (where answer = 'held')::int as held,
      sum(lookups) filter (where answer = 'none-held')::int as none_held,
      sum(lookups) filter (where answer = 'could-not-check')::int as could_not_check
    from lookup_day where day = of_day group by care_setting_id) setting left join figure_word using (word)
  having count(*) > 0
  $$;

create function lantern_count_alerts_of_service(of_day date) returns void language sql
  as $$
  delete from alert_service_day where day = of_day;
  select lantern_learn_words(array_agg(word)) from (
    select distinct word from alert_day
      cross join lateral (values (authority_id::text), (care_setting_id::text),
        (coalesce(channel, 'none')), (outcome)) as said (word)
    where day = of_day) said;
  insert into alert_service_day (day, alerts, hour, authority, setting, channel, rung, outcome, unreached, shown, taken,
    answered, closed)
  select of_day, count(*), string_agg(lantern_packed(hour), '' order by place),
    string_agg(lantern_packed(authority), '' order by place), string_agg(lantern_packed(setting), '' order by place),
    string_agg(lantern_packed(channel), '' order by place), string_agg(lantern_packed(rung), '' order by place),
    string_agg(lantern_packed(outcome), '' order by place), string_agg(lantern_packed(unreached), '' order by place),
    string_agg(lantern_packed(shown), '' order by place), string_agg(lantern_packed(taken), '' order by place),
    string_agg(lantern_packed(answered), '' order by place), string_agg(lantern_packed(closed), '' order by place)
  from (select *, row_number() over (order by hour, authority, setting, channel, rung, outcome, unreached, shown, taken,
      answered, closed) as place
    from (select hour::int as hour, authority.code as authority, setting.code as setting, channel.code as channel, rung,
        outcome.code as outcome, nullif(is_unreached::int, 0) as unreached, shown, taken, answered, closed
      from alert_day alert join figure_word authority on authority.word = authority_id::text
        join figure_word setting on setting.word = care_setting_id::text
        join figure_word channel on channel.word = coalesce(alert.channel, 'none')
        left join figure_word outcome on outcome.word = alert.outcome
      where day = of_day) coded) placed
  having count(*) > 0
  $$;

-- Whoever counts a day, a worker of an earlier release too, puts it together in the same statement.
create function lantern_put_lookups_together() returns trigger language plpgsql
  as $$ declare of_day date; begin
    for of_day in select distinct day from counted loop perform lantern_count_lookups_of_service(of_day); end loop;
    return null;
  end $$;
create function lantern_put_alerts_together() returns trigger language plpgsql
  as $$ declare of_day date; begin
    for of_day in select distinct day from counted loop perform lantern_count_alerts_of_service(of_day); end loop;
    return null;
  end $$;
create trigger put_together after insert on lookup_day referencing new table as counted
  for each statement execute function lantern_put_lookups_together();
create trigger put_together_again after delete on lookup_day referencing old table as counted
  for each statement execute function lantern_put_lookups_together();
create trigger put_together after insert on alert_day referencing new table as counted
  for each statement execute function lantern_put_alerts_together();
create trigger put_together_again after delete on alert_day referencing old table as counted
  for each statement execute function lantern_put_alerts_together();

-- What there is already, while nobody counts: days of which facts have left can be counted from nothing else.
select pg_advisory_xact_lock(hashtextextended('lantern figures', 0));
select lantern_count_lookups_of_service(day) from (select distinct day from lookup_day) counted;
select lantern_count_alerts_of_service(day) from (select distinct day from alert_day) counted;

-- What the running role may do, and who sees which rows ------------------------------------------------------------

grant select, insert on figure_word to lantern_app;
grant usage on sequence figure_word_code_seq to lantern_app;
grant select, insert, delete on alert_service_day, asked_day, setting_service_day to lantern_app;

alter table figure_word enable row level security;
create policy who_counts on figure_word for select to lantern_app
  using ((select lantern_system()) = 'worker'
    or (select lantern_role()) in ('operator', 'authority-manager', 'health-manager'));
create policy worker_adds on figure_word for insert to lantern_app with check ((select lantern_system()) = 'worker');

do $$
  declare figures text;
  begin
    foreach figures in array array['alert_service_day', 'asked_day', 'setting_service_day'] loop
      execute format('alter table %I enable row level security', figures);
      execute format('create policy worker_counts on %I for all to lantern_app using ((select lantern_system()) = ''worker'')',
        figures);
      execute format('create policy closed_days_stay on %I as restrictive for delete to lantern_app
        using (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
      execute format('create policy closed_days_are_not_added_to on %I as restrictive for insert to lantern_app
        with check (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
    end loop;
  end $$;

create policy who_counts on alert_service_day for select to lantern_app using ((select lantern_role()) = 'operator');
create policy who_counts on setting_service_day for select to lantern_app using ((select lantern_role()) = 'operator');
create policy who_counts on asked_day for select to lantern_app
  using ((organisation_id is null and (select lantern_role()) = 'operator')
    or ((select lantern_role()) = 'health-manager'
      and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[])));

-- They leave with the days that they are of.
create or replace function lantern_forget_figures(cutoff timestamptz, most int) returns jsonb
  language sql
  as $$ select lantern_forget_rows('lookup_day', old, cutoff, most) || lantern_forget_rows('told_day', old, cutoff, most)
      || lantern_forget_rows('alert_day', old, cutoff, most) || lantern_forget_rows('report_day', old, cutoff, most)
      || lantern_forget_rows('list_work_day', old, cutoff, most) || lantern_forget_rows('proof_day', old, cutoff, most)
      || lantern_forget_rows('asked_day', old, cutoff, most)
      || lantern_forget_rows('setting_service_day', old, cutoff, most)
      || lantern_forget_rows('alert_service_day', old, cutoff, most)
    from (select 'day < ($1 at time zone ''Europe/London'')::date' as old) figures $$;
