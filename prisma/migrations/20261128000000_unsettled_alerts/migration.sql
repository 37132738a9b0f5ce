-- Which alerts wait was still asked of each alert of 28 days: a tenth of a second for the whole service, half of what the page
-- took. Those that were never taken, reopened or closed are a few at any time, and are kept by name now: written with the
-- alert, and removed by the event that settles it, in the same transaction. What is left is read by its whole story, as before.
create table unsettled_alert (
  alert_id uuid primary key references alert (id) on delete cascade on update cascade
);
alter table unsettled_alert enable row level security;

create function lantern_note_unsettled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$ begin
    insert into unsettled_alert values (new.id);
    return null;
  end $$;
create function lantern_note_settled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$ begin
    delete from unsettled_alert where alert_id = new.alert_id;
    return null;
  end $$;
revoke execute on function lantern_note_unsettled(), lantern_note_settled() from public;

-- The triggers first: they wait for whoever is writing an alert, and then nobody writes one until all are here.
create trigger note_unsettled after insert on alert for each row execute function lantern_note_unsettled();
create trigger note_settled after insert on alert_event for each row
  when (new.kind in ('acknowledged', 'reopened', 'closed')) execute function lantern_note_settled();
insert into unsettled_alert select id from alert where not exists (
  select from alert_event settled
  where settled.alert_id = alert.id and settled.kind in ('acknowledged', 'reopened', 'closed'));

create or replace function lantern_waiting_alerts(since timestamptz)
  returns table (authority_id uuid, raised_at timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  select alert.authority_id, alert.raised_at,
    exists (select 1 from alert_event where alert_event.alert_id = alert.id and kind = 'unreached')
  from unsettled_alert join alert on alert.id = unsettled_alert.alert_id
  where (alert.raised_at > since or alert.id in (
      select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert'))
    and drilled_by_id is null
    and ((select lantern_role() = 'operator')
      or ((select lantern_role() = 'authority-manager') and alert.authority_id = any (lantern_authorities())))
    and lantern_alert_standing(alert.id) = 'waiting'
  $$;
drop index alert_event_settled;
