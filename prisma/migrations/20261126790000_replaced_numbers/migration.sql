-- One person may have several NHS numbers, of which demographics keeps one: an authority's list has the old one with what
-- replaced it, the next list, or another authority's, has the new one alone. A band, a record or a letter may have any of
-- them, so that each leads to what is held under every other.

-- All numbers of the person who is asked about, as far as the register knows. As the owner: what is asked about decides which
-- of its rows the running role may see.
create function lantern_numbers_of_asked() returns char(10)[]
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  with recursive numbers (number) as (
    select lantern_asked_number()::char(10) where lantern_asked_number() is not null
    union
    select linked.number from numbers cross join lateral (
      select subject.superseded_by as number from subject
        where subject.nhs_number = numbers.number and subject.superseded_by is not null
      union select subject.nhs_number from subject where subject.superseded_by = numbers.number) linked)
  select coalesce(array_agg(number), '{}') from numbers $$;
revoke all on function lantern_numbers_of_asked() from public;
grant execute on function lantern_numbers_of_asked() to lantern_app;

drop policy asked_or_own on subject;
create policy asked_or_own on subject for select to lantern_app
  using (nhs_number = any ((select lantern_numbers_of_asked())::char(10)[])
    or authority_id = any (lantern_authorities()) or lantern_system() is not null);

-- The entry under an old number stays for as long as there is a plan under the one that replaced it: with it would go all
-- that leads from the one to the other.
create or replace function lantern_forget_one(kind text, cutoff timestamptz, most int) returns jsonb
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
      and not exists (select from alert where subject_id = subject.id)
      and not exists (select from subject newer join plan on plan.subject_id = newer.id
        where newer.nhs_number = subject.superseded_by)', cutoff, most)
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
