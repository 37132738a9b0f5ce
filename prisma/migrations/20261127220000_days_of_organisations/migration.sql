-- Days of each organisation, packed as those of the whole service are: a health organisation's own lookups and alerts, an
-- authority's alerts. Its year is then some hundred rows, and not some ten thousand from as many pages. No name, no NHS number
-- and no id of a person, lookup or alert is in either table. docs/decisions/0037-days-of-the-service.md says why.

-- All alerts of a London day that an organisation asked for, or that an authority was told: columns as of `alert_service_day`.
CREATE TABLE "alert_organisation_day" (
    "organisation_id" UUID NOT NULL,
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

    CONSTRAINT "alert_organisation_day_pkey" PRIMARY KEY ("organisation_id", "day")
);
CREATE INDEX "alert_organisation_day_day_idx" ON "alert_organisation_day"("day");

-- Lookups of a London day of one organisation by care setting and answer: columns as of `setting_service_day`.
CREATE TABLE "setting_organisation_day" (
    "organisation_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "settings" INTEGER NOT NULL,
    "setting" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "none_held" TEXT NOT NULL,
    "could_not_check" TEXT NOT NULL,

    CONSTRAINT "setting_organisation_day_pkey" PRIMARY KEY ("organisation_id", "day")
);
CREATE INDEX "setting_organisation_day_day_idx" ON "setting_organisation_day"("day");

do $$
  declare packed record;
  begin
    for packed in select attrelid::regclass as of_table, attname from pg_attribute
      where attrelid in ('alert_organisation_day'::regclass, 'setting_organisation_day'::regclass)
        and atttypid = 'text'::regtype loop
      execute format('alter table %s alter column %I set storage external', packed.of_table, packed.attname);
    end loop;
  end $$;

-- How they are counted: with the whole service's, from the same rows ------------------------------------------------

create or replace function lantern_count_lookups_of_service(of_day date) returns void language sql
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
  delete from setting_organisation_day where day = of_day;
  select lantern_learn_words(array_agg(distinct care_setting_id::text)) from lookup_day where day = of_day;
  with by_setting as materialized (
    select organisation_id, code, sum(lookups) filter (where answer = 'held')::int as held,
      sum(lookups) filter (where answer = 'none-held')::int as none_held,
      sum(lookups) filter (where answer = 'could-not-check')::int as could_not_check
    from lookup_day left join figure_word on word = care_setting_id::text
    where day = of_day group by organisation_id, code),
  of_organisation as (
    insert into setting_organisation_day (organisation_id, day, settings, setting, held, none_held, could_not_check)
    select organisation_id, of_day, count(*), string_agg(lantern_packed(code), '' order by code),
      string_agg(lantern_packed(held), '' order by code), string_agg(lantern_packed(none_held), '' order by code),
      string_agg(lantern_packed(could_not_check), '' order by code)
    from by_setting where organisation_id is not null group by organisation_id)
  insert into setting_service_day (day, settings, setting, held, none_held, could_not_check)
  select of_day, count(*), string_agg(lantern_packed(code), '' order by code),
    string_agg(lantern_packed(held), '' order by code), string_agg(lantern_packed(none_held), '' order by code),
    string_agg(lantern_packed(could_not_check), '' order by code)
  from (select code, sum(held)::int as held, sum(none_held)::int as none_held,
      sum(could_not_check)::int as could_not_check
    from by_setting group by code) setting
  having count(*) > 0
  $$;

create or replace function lantern_count_alerts_of_service(of_day date) returns void language sql
  as $$
  delete from alert_service_day where day = of_day;
  delete from alert_organisation_day where day = of_day;
  select lantern_learn_words(array_agg(word)) from (
    select distinct word from alert_day
      cross join lateral (values (authority_id::text), (care_setting_id::text),
        (coalesce(channel, 'none')), (outcome)) as said (word)
    where day = of_day) said;
  with coded as (
    select authority_id, organisation_id, hour::int as hour, authority.code as authority, setting.code as setting,
      channel.code as channel, rung, outcome.code as outcome, nullif(is_unreached::int, 0) as unreached, shown, taken,
      answered, closed
    from alert_day alert join figure_word authority on authority.word = authority_id::text
      join figure_word setting on setting.word = care_setting_id::text
      join figure_word channel on channel.word = coalesce(alert.channel, 'none')
      left join figure_word outcome on outcome.word = alert.outcome
    where day = of_day),
  -- In one order for all columns, whoever's day it is.
  placed as materialized (
    select authority_id, organisation_id,
      row_number() over (order by hour, authority, setting, channel, rung, outcome, unreached, shown, taken, answered,
        closed) as place,
      lantern_packed(hour) as hour, lantern_packed(authority) as authority, lantern_packed(setting) as setting,
      lantern_packed(channel) as channel, lantern_packed(rung) as rung, lantern_packed(outcome) as outcome,
      lantern_packed(unreached) as unreached, lantern_packed(shown) as shown, lantern_packed(taken) as taken,
      lantern_packed(answered) as answered, lantern_packed(closed) as closed
    from coded),
  packed as materialized (
    select whose, count(*) as alerts, string_agg(hour, '' order by place) as hour,
      string_agg(authority, '' order by place) as authority, string_agg(setting, '' order by place) as setting,
      string_agg(channel, '' order by place) as channel, string_agg(rung, '' order by place) as rung,
      string_agg(outcome, '' order by place) as outcome, string_agg(unreached, '' order by place) as unreached,
      string_agg(shown, '' order by place) as shown, string_agg(taken, '' order by place) as taken,
      string_agg(answered, '' order by place) as answered, string_agg(closed, '' order by place) as closed
    from placed cross join lateral (values (null::uuid), (authority_id), (organisation_id)) as of_whom (whose)
    group by whose),
  of_organisation as (
    insert into alert_organisation_day (organisation_id, day, alerts, hour, authority, setting, channel, rung, outcome,
      unreached, shown, taken, answered, closed)
    select whose, of_day, alerts, hour, authority, setting, channel, rung, outcome, unreached, shown, taken, answered,
      closed
    from packed where whose is not null)
  insert into alert_service_day (day, alerts, hour, authority, setting, channel, rung, outcome, unreached, shown, taken,
    answered, closed)
  select of_day, alerts, hour, authority, setting, channel, rung, outcome, unreached, shown, taken, answered, closed
  from packed where whose is null
  $$;

-- What the running role may do, and who sees which rows ------------------------------------------------------------

grant select, insert, delete on alert_organisation_day, setting_organisation_day to lantern_app;

do $$
  declare figures text;
  begin
    foreach figures in array array['alert_organisation_day', 'setting_organisation_day'] loop
      execute format('alter table %I enable row level security', figures);
      execute format('create policy worker_counts on %I for all to lantern_app using ((select lantern_system()) = ''worker'')',
        figures);
      execute format('create policy closed_days_stay on %I as restrictive for delete to lantern_app
        using (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
      execute format('create policy closed_days_are_not_added_to on %I as restrictive for insert to lantern_app
        with check (day >= coalesce((select lantern_facts_since()), ''-infinity''::date))', figures);
    end loop;
  end $$;

create policy who_counts on alert_organisation_day for select to lantern_app
  using (((select lantern_role()) = 'authority-manager'
      and organisation_id = any ((select lantern_counted_with(lantern_authorities()))::uuid[]))
    or ((select lantern_role()) = 'health-manager'
      and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[])));
create policy who_counts on setting_organisation_day for select to lantern_app
  using ((select lantern_role()) = 'health-manager'
    and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[]));

-- What there is already, while nobody counts; of days of which facts have left, too.
select pg_advisory_xact_lock(hashtextextended('lantern figures', 0));
select lantern_count_lookups_of_service(day) from (select distinct day from lookup_day) counted;
select lantern_count_alerts_of_service(day) from (select distinct day from alert_day) counted;

-- They leave with the days that they are of.
create or replace function lantern_forget_figures(cutoff timestamptz, most int) returns jsonb
  language sql
  as $$ select lantern_forget_rows('lookup_day', old, cutoff, most) || lantern_forget_rows('told_day', old, cutoff, most)
      || lantern_forget_rows('alert_day', old, cutoff, most) || lantern_forget_rows('report_day', old, cutoff, most)
      || lantern_forget_rows('list_work_day', old, cutoff, most) || lantern_forget_rows('proof_day', old, cutoff, most)
      || lantern_forget_rows('asked_day', old, cutoff, most)
      || lantern_forget_rows('setting_service_day', old, cutoff, most)
      || lantern_forget_rows('setting_organisation_day', old, cutoff, most)
      || lantern_forget_rows('alert_service_day', old, cutoff, most)
      || lantern_forget_rows('alert_organisation_day', old, cutoff, most)
    from (select 'day < ($1 at time zone ''Europe/London'')::date' as old) figures $$;
