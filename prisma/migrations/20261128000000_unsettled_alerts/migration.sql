-- Which alerts wait was still asked of each alert of 28 days: a tenth of a second for the whole service, half of what the page
-- took. Those that were never taken, reopened or closed are kept by name from now on: written with the alert, and
-- removed by the event that settles it, in the same transaction. An alert of a wrong child that nobody closed stays until it is
-- removed for age, so that time is told here too.
--
-- Four migrations, since each locks one table alone and for as long as it takes to say so: whoever is looking a child up
-- has read events before they write an alert, and would wait for a migration that waits for them.
create table unsettled_alert (
  alert_id uuid primary key references alert (id) on delete cascade on update cascade,
  raised_at timestamptz(3) not null
);
alter table unsettled_alert enable row level security;
create policy nobody_reads on unsettled_alert for all to lantern_app using (false);

create function lantern_note_unsettled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$ begin
    insert into unsettled_alert values (new.id, new.raised_at);
    return null;
  end $$;
revoke execute on function lantern_note_unsettled() from public;
create trigger note_unsettled after insert on alert for each row execute function lantern_note_unsettled();
