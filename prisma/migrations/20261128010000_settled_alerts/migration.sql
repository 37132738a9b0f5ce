-- What settles an alert takes it off the list: see unsettled_alerts.
create function lantern_note_settled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$ begin
    delete from unsettled_alert where alert_id = new.alert_id;
    return null;
  end $$;
revoke execute on function lantern_note_settled() from public;
create trigger note_settled after insert on alert_event for each row
  when (new.kind in ('acknowledged', 'reopened', 'closed')) execute function lantern_note_settled();
