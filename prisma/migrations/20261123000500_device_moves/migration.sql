-- A phone that is handed to somebody else takes their alerts from then on. Whoever can name a push address has it from
-- the browser itself (it is long and random), and may hence take over the one row of that address.
create function lantern_held_endpoint() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.held_endpoint', true), '') $$;

drop policy own on device;
create policy own on device for select to lantern_app
  using (person_id = lantern_person() or endpoint_digest = lantern_held_endpoint() or lantern_system() is not null);

drop policy own_changes on device;
create policy own_changes on device for update to lantern_app
  using (person_id = lantern_person() or endpoint_digest = lantern_held_endpoint() or lantern_system() is not null)
  with check (person_id = lantern_person() or lantern_system() is not null);
