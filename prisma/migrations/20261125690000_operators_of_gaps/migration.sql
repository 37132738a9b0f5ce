-- Where an authority has no manager who can be told of a gap, the service's operators are told, and see of which and
-- whether it is there still. A check counts; it names nobody.
alter table reach_check add column operators_told integer not null default 0;
grant update (operators_told) on reach_check to lantern_app;

create policy operator on reach_check for select to lantern_app
  using (lantern_role() = 'operator');
