-- Sends are claimed host by host, so that a push service that hangs holds up its own pushes only. The database finds the
-- host by itself: whoever queues a notice to a colleague may not see the colleague's phone.

alter table outbox add column push_host text;

update outbox set push_host = device.push_host
from notice join device on device.id = notice.device_id
where notice.id::text = outbox.job ->> 'noticeId';

create function lantern_push_host() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  new.push_host := (select device.push_host from notice join device on device.id = notice.device_id
    where notice.id = (new.job ->> 'noticeId')::uuid);
  return new;
end $$;
revoke execute on function lantern_push_host() from public;

create trigger push_host before insert on outbox for each row when (new.job ->> 'noticeId' is not null)
  execute function lantern_push_host();
