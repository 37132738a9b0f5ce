-- How many addresses of case systems stand how, over all authorities, for whoever watches the service: counts alone, and
-- neither an address nor an authority.
create function lantern_case_systems() returns table (state text, addresses int)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select webhook.state, count(*)::int from webhook where lantern_counts_all() group by webhook.state $$;
revoke all on function lantern_case_systems() from public;
grant execute on function lantern_case_systems() to lantern_app;
