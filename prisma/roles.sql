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
declare
  role_name text;
begin
  foreach role_name in array array['lantern_owner', 'lantern_app'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
    -- Only where needed: roles belong to all databases of a server, and two that are made at once would collide.
    if not exists (select from pg_roles where rolname = role_name and rolcanlogin and not rolsuper
        and not rolbypassrls and not rolcreatedb and not rolcreaterole and not rolreplication) then
      execute format('alter role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication', role_name);
    end if;
  end loop;

  execute format('alter database %I owner to lantern_owner', current_database());
  execute format('revoke all on database %I from public, lantern_app', current_database());
  execute format('grant connect on database %I to lantern_app', current_database());
end
$$;
