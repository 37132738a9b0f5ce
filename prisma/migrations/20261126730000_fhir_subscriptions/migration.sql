-- An authority's case system may subscribe by itself, as FHIR's topic-based subscriptions have it. A subscription is an
-- address like any other: it is told the same events, from the same queue, under the same rules.

alter table webhook
  alter column made_by_id drop not null,
  -- What a notification holds beside its number; empty for a signed webhook.
  add column content text,
  -- Numbers of the subscription count from here.
  add column first_number integer,
  -- After so long without anything it is told that nothing has happened.
  add column heartbeat_seconds integer,
  -- The one header that the system asked for, sealed as the secret is.
  add column sealed_header bytea;

alter table webhook add constraint webhook_content_check check (content in ('empty', 'id-only'));
-- A person adds a webhook, a system its own subscription.
alter table webhook add check ((content is null) = (made_by_id is not null));
alter table webhook add check ((content is null) = (first_number is null));
alter table webhook add check (content is not null or (heartbeat_seconds is null and sealed_header is null));

drop policy own on webhook;
create policy own on webhook for select to lantern_app
  using (lantern_system() in ('worker', 'feed-door') or lantern_manages_webhooks(authority_id));
create policy system_subscribes on webhook for insert to lantern_app
  with check (lantern_system() = 'feed-door' and content is not null and state = 'requested');
-- The door turns subscriptions off, and changes nothing else of what they are.
create policy system_turns_off on webhook for update to lantern_app
  using (lantern_system() = 'feed-door' and content is not null)
  with check (lantern_system() = 'feed-door' and content is not null and state = 'off');
