-- The two roles of Lantern and their rights on the database this is run in. A superuser runs it, once per database
-- and as often as wanted, before the migrations:
--
--   create database lantern;
--   psql --dbname lantern --file prisma/roles.sql
--   \password lantern_owner
--   \password lantern_app
--
-- lantern_owner owns the database and runs the migrations (DATABASE_OWNER_URL). lantern_app is the running service
-- (DATABASE_URL): it owns nothing and bypasses no policy; what it may do is granted table by table in the migrations.

do $$
begin
  if not exists (select from pg_roles where rolname = 'lantern_owner') then
    create role lantern_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'lantern_app') then
    create role lantern_app;
  end if;

  execute format('alter database %I owner to lantern_owner', current_database());
  execute format('revoke all on database %I from public, lantern_app', current_database());
  execute format('grant connect on database %I to lantern_app', current_database());
end
$$;

alter role lantern_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
alter role lantern_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
