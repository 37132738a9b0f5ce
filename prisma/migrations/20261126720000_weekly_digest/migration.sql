-- Managers who ask for it are sent the week in figures by e-mail, Mondays at eight. One row a person and role: where to,
-- and how it went the last time. It holds no figure.

CREATE TABLE "weekly_digest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "address_digest" CHAR(64) NOT NULL,
    "sealed_address" BYTEA,
    "hint" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "week" DATE,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "weekly_digest_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "weekly_digest_person_id_organisation_id_role_key" ON "weekly_digest"("person_id", "organisation_id", "role");

ALTER TABLE "weekly_digest" ADD CONSTRAINT "weekly_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "weekly_digest" ADD CONSTRAINT "weekly_digest_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table weekly_digest add check (role in ('authority-manager', 'health-manager', 'operator'));
-- Nobody's address is kept who does not want to be written to.
alter table weekly_digest add check ((stopped_at is null) = (sealed_address is not null));
alter table weekly_digest add check (outcome in ('sent', 'no-role', 'refused', 'not-known', 'no-mail'));
alter table weekly_digest add check ((ended_at is null) = (outcome is null));

-- What the running role may do: whose it is stays.
grant select, insert on weekly_digest to lantern_app;
grant update (address_digest, sealed_address, hint, chosen_at, stopped_at, week, begun_at, ended_at, outcome)
  on weekly_digest to lantern_app;

-- One's own, in the role in which it was asked for; the worker sends all.
create function lantern_is_own_digest(of_person uuid, of_organisation uuid, of_role text) returns boolean
  language sql stable parallel safe
  as $$ select of_person = lantern_person() and of_organisation = lantern_organisation() and of_role = lantern_role() $$;

alter table weekly_digest enable row level security;
create policy own on weekly_digest for select to lantern_app
  using (lantern_system() = 'worker' or lantern_is_own_digest(person_id, organisation_id, role));
create policy own_adds on weekly_digest for insert to lantern_app
  with check (lantern_is_own_digest(person_id, organisation_id, role));
create policy own_changes on weekly_digest for update to lantern_app
  using (lantern_system() = 'worker' or lantern_is_own_digest(person_id, organisation_id, role));
