-- Practice: that a person has practised, and what they have seen of it. It names no child, and nothing points to it.

CREATE TABLE "practice_run" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "typed_at" TIMESTAMPTZ(3),
    "scanned_at" TIMESTAMPTZ(3),
    "held_seen_at" TIMESTAMPTZ(3),
    "alert_followed_at" TIMESTAMPTZ(3),
    "none_held_seen_at" TIMESTAMPTZ(3),
    "could_not_check_seen_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "practice_run_person_id_started_at_idx" ON "practice_run"("person_id", "started_at");

CREATE INDEX "practice_run_organisation_id_finished_at_idx" ON "practice_run"("organisation_id", "finished_at");

ALTER TABLE "practice_run" ADD CONSTRAINT "practice_run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "practice_run" ADD CONSTRAINT "practice_run_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "practice_run" ADD CONSTRAINT "practice_run_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody has practised who has not entered a number and seen all three answers.
alter table practice_run add check (finished_at is null or (
  coalesce(typed_at, scanned_at) is not null and held_seen_at is not null and none_held_seen_at is not null
  and could_not_check_seen_at is not null));
alter table practice_run add check (finished_at >= started_at);

-- What the running role may do: who practised, and when they began, stays as it was written.
grant select, insert on practice_run to lantern_app;
grant update (typed_at, scanned_at, held_seen_at, alert_followed_at, none_held_seen_at, could_not_check_seen_at,
  finished_at) on practice_run to lantern_app;

-- A person their own; health managers those of their organisation.
alter table practice_run enable row level security;
create policy own_or_manager on practice_run for select to lantern_app
  using (person_id = lantern_person()
    or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation()));
create policy own_begins on practice_run for insert to lantern_app
  with check (person_id = lantern_person() and organisation_id = lantern_organisation());
create policy own_goes_on on practice_run for update to lantern_app using (person_id = lantern_person());
