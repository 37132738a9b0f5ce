-- An authority's case system is told of notices by signed webhooks: where, what, and how each delivery went. No row here
-- says anything of a child; an event points to the alert's.

CREATE TABLE "webhook" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "earlier_sealed_secret" BYTEA,
    "earlier_ends_at" TIMESTAMPTZ(3),
    "last_number" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure" TEXT,
    "retry_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "off_by_id" UUID,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_event" (
    "id" BIGSERIAL NOT NULL,
    "authority_id" UUID NOT NULL,
    "alert_event_id" UUID NOT NULL,
    "number" INTEGER,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "webhook_id" UUID NOT NULL,
    "number" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "webhook_authority_id_idx" ON "webhook"("authority_id");

CREATE UNIQUE INDEX "webhook_event_alert_event_id_key" ON "webhook_event"("alert_event_id");

CREATE UNIQUE INDEX "webhook_event_authority_id_number_key" ON "webhook_event"("authority_id", "number");

CREATE INDEX "webhook_delivery_webhook_id_made_at_idx" ON "webhook_delivery"("webhook_id", "made_at");

CREATE UNIQUE INDEX "webhook_delivery_webhook_id_number_key" ON "webhook_delivery"("webhook_id", "number");

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "webhook" ADD CONSTRAINT "webhook_off_by_id_fkey" FOREIGN KEY ("off_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_alert_event_id_fkey" FOREIGN KEY ("alert_event_id") REFERENCES "alert_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table webhook add constraint webhook_state_check check (state in ('requested', 'active', 'error', 'off'));
alter table webhook add check ((state = 'off') = (off_at is not null));
alter table webhook add check ((earlier_sealed_secret is null) = (earlier_ends_at is null));
-- One address is told once.
create unique index webhook_live_address on webhook (authority_id, address) where state <> 'off';

-- What the case system is told of is noted in the transaction of the fact, with the owner's rights: whoever asks about a
-- child may not see where the authority is told. It takes no lock that others wait for; the number comes later.
create function lantern_note_for_webhooks() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
  declare
    told uuid;
  begin
    select alert.authority_id into told from alert
    where alert.id = new.alert_id and alert.drilled_by_id is null
      and exists (select from webhook where webhook.authority_id = alert.authority_id);
    if told is not null then
      insert into webhook_event (authority_id, alert_event_id) values (told, new.id);
      insert into outbox (kind, job, due_at)
      values ('tell-case-systems', jsonb_build_object('kind', 'tell-case-systems', 'authorityId', told), new.happened_at);
      perform pg_notify('lantern_jobs', '');
    end if;
    return null;
  end $$;
revoke execute on function lantern_note_for_webhooks() from public;

create trigger note_for_webhooks after insert on alert_event for each row when (new.kind in (
  'raised', 'viewed-again', 'new-setting', 'missed-again', 'worried', 'unreached', 'acknowledged', 'accepted', 'promised',
  'closed', 'reopened', 'child-seen', 'not-there', 'wrong-child', 'born', 'reviewed', 'departed', 'summary', 'referred',
  'decided'))
  execute function lantern_note_for_webhooks();

-- Deliveries are claimed host by host, as pushes are.
create or replace function lantern_push_host() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  new.push_host := case when new.job ->> 'webhookId' is not null
    then (select webhook.host from webhook where webhook.id = (new.job ->> 'webhookId')::uuid)
    else (select device.push_host from notice join device on device.id = notice.device_id
      where notice.id = (new.job ->> 'noticeId')::uuid) end;
  return new;
end $$;
drop trigger push_host on outbox;
create trigger push_host before insert on outbox for each row
  when (new.job ->> 'noticeId' is not null or new.job ->> 'webhookId' is not null)
  execute function lantern_push_host();

-- What the running role may do: an address stays what it was made as; another is another row.
grant select, insert on webhook, webhook_delivery to lantern_app;
grant update (state, sealed_secret, earlier_sealed_secret, earlier_ends_at, last_number, failures, last_failure, retry_at,
  answered_at, off_at, off_by_id) on webhook to lantern_app;
grant select on webhook_event to lantern_app;
grant update (number) on webhook_event to lantern_app;
grant update (attempts, tried_at, taken_at, last_failure) on webhook_delivery to lantern_app;

create function lantern_manages_webhooks(of_authority uuid) returns boolean language sql stable parallel safe
  as $$ select of_authority = lantern_organisation() and lantern_role() in ('authority-manager', 'data-officer') $$;

alter table webhook enable row level security;
create policy own on webhook for select to lantern_app
  using (lantern_system() = 'worker' or lantern_manages_webhooks(authority_id));
create policy own_adds on webhook for insert to lantern_app
  with check (lantern_manages_webhooks(authority_id) and made_by_id = lantern_person());
create policy own_changes on webhook for update to lantern_app
  using (lantern_system() = 'worker' or lantern_manages_webhooks(authority_id));

alter table webhook_event enable row level security;
create policy own on webhook_event for select to lantern_app
  using (lantern_system() in ('worker', 'feed-door') or lantern_manages_webhooks(authority_id));
create policy worker_numbers on webhook_event for update to lantern_app using (lantern_system() = 'worker');

alter table webhook_delivery enable row level security;
create policy own on webhook_delivery for select to lantern_app
  using (exists (select from webhook where webhook.id = webhook_delivery.webhook_id));
create policy own_adds on webhook_delivery for insert to lantern_app
  with check (exists (select from webhook where webhook.id = webhook_delivery.webhook_id));
create policy worker_changes on webhook_delivery for update to lantern_app using (lantern_system() = 'worker');
