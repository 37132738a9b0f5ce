-- Which alerts are open, however old? Every open duty page asks it every few seconds, and alerts are kept for six years: to
-- derive the standing of each from all its events takes longer each year. An alert that was closed and not opened again
-- since is known by one entry of an index, and nearly all are; the standing is derived for what is left.
--
-- What is left is open, or withdrawn: everybody who asked was wrong, and nobody closed it. Those are looked at each time
-- until they are forgotten with their period, and are few. Nothing of this is stored beside the events, which would have to
-- be believed: the last closing or opening of each alert is read from the index at the moment of the question.

-- As `lantern_alert_standing` asks for it, which is quicker by it too.
create index alert_event_last_ending on alert_event (alert_id, happened_at desc, id desc) include (kind)
  where kind in ('closed', 'reopened');

-- Open alerts of the actor's own authorities, drills too: ids, and `waiting` or `held`. Whoever may ask could read the same
-- rows by the policies; they would be asked of every closing there ever was, and cost more than all else. One authority
-- after the other and one closing an alert, so that no plan reads those of all England instead.
create function lantern_open_alerts() returns table (alert_id uuid, standing text)
  language sql stable security definer set search_path = pg_catalog, public rows 50
  as $$ with own as (select distinct unnest(lantern_authorities()) as id),
      not_closed as materialized (
        select theirs.id from own cross join lateral (
          select alert.id from alert where alert.authority_id = own.id
            and (select ending.kind from alert_event ending
                where ending.alert_id = alert.id and ending.kind in ('closed', 'reopened')
                order by ending.happened_at desc, ending.id desc limit 1) is distinct from 'closed'
          offset 0) theirs),
      -- Once an alert.
      standings as materialized (select id, lantern_alert_standing(id) as standing from not_closed)
    select id, standing from standings where standing <> 'ended' $$;
revoke all on function lantern_open_alerts() from public;
grant execute on function lantern_open_alerts() to lantern_app;
