-- Which team is told depends on the hour: it is asked anew at every step of the ladder, and not kept with the alert.
alter table alert drop column duty_team_id;

-- "Who would be told?" answers for others what the ladder does: a team that is told besides, on a rung of a team that
-- one sees, and who has a role at an authority that one's team serves.
create function lantern_told_besides(team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from ladder_target target join duty_team own on own.id = target.duty_team_id
    where target.target_team_id = team and (own.host_organisation_id = lantern_organisation()
      or exists (select 1 from duty_team_authority served
                 where served.duty_team_id = own.id and served.authority_id = any (lantern_authorities())))) $$;
revoke all on function lantern_told_besides(uuid) from public;
grant execute on function lantern_told_besides(uuid) to lantern_app;
create policy told_besides on duty_team for select to lantern_app using (lantern_told_besides(id));

create policy served on role_assignment for select to lantern_app
  using (organisation_id = any (lantern_authorities()));
