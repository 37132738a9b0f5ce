-- Searches of demographics by name: who and when, so that nobody combs through it.

CREATE TABLE "person_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "searched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_search_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "person_search_person_id_searched_at_idx" ON "person_search"("person_id", "searched_at");

ALTER TABLE "person_search" ADD CONSTRAINT "person_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "person_search" ADD CONSTRAINT "person_search_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

grant select, insert on person_search to lantern_app;

-- Everybody sees their own, and nobody anybody else's.
alter table person_search enable row level security;
create policy own on person_search for select to lantern_app using (person_id = lantern_person());
create policy own_adds on person_search for insert to lantern_app
  with check (person_id = lantern_person() and organisation_id = lantern_organisation());
