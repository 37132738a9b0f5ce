-- What a privacy officer decided about a look that was unusual or picked at random, and what the person said who was
-- asked why. Rows are added; only the answer is written later, once.
CREATE TABLE "look_review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lookup_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reasons" TEXT[],
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "look_review_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "look_review_lookup_id_decided_at_idx" ON "look_review"("lookup_id", "decided_at");
CREATE INDEX "look_review_organisation_id_decided_at_idx" ON "look_review"("organisation_id", "decided_at");

ALTER TABLE "look_review" ADD CONSTRAINT "look_review_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "look_review" ADD CONSTRAINT "look_review_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "look_review" ADD CONSTRAINT "look_review_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table look_review add check (decision in ('proportionate', 'asked', 'not-proportionate'));
alter table look_review add check (reasons is not null);
alter table look_review add check (length(trim(note)) between 1 and 1000);
alter table look_review add check ((answer is null) = (answered_at is null) and (answer is null or decision = 'asked'));

-- A look is decided once; it may be asked about before.
create unique index look_review_decided_once on look_review (lookup_id) where decision <> 'asked';

grant select, insert on look_review to lantern_app;
grant update (answer, answered_at) on look_review to lantern_app;

-- The privacy officer of the organisation whose look it is, and whoever is asked.
alter table look_review enable row level security;
create policy privacy_officer on look_review for select to lantern_app
  using (organisation_id = lantern_organisation() and lantern_role() = 'privacy-officer');
create policy asked on look_review for select to lantern_app
  using (decision = 'asked' and exists (select 1 from lookup
    where lookup.id = lookup_id and lookup.organisation_id = look_review.organisation_id
      and lookup.organisation_id = lantern_organisation() and lookup.person_id = lantern_person()));
create policy privacy_officer_adds on look_review for insert to lantern_app
  with check (organisation_id = lantern_organisation() and lantern_role() = 'privacy-officer'
    and decided_by_id = lantern_person() and answer is null
    and exists (select 1 from lookup where lookup.id = lookup_id and lookup.organisation_id = lantern_organisation()));
create policy asked_answers on look_review for update to lantern_app
  using (decision = 'asked' and answer is null and exists (select 1 from lookup
    where lookup.id = lookup_id and lookup.organisation_id = look_review.organisation_id
      and lookup.organisation_id = lantern_organisation() and lookup.person_id = lantern_person()))
  with check (decision = 'asked');

-- Which looks of the own organisation were at somebody of the looker's own family name. A privacy officer sees no child
-- of the register; this says yes or no of looks that they see anyway, and gives no name.
create function lantern_looks_at_own_name(since timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select lookup.id from lookup join person on person.id = lookup.person_id
    where lantern_role() = 'privacy-officer' and lookup.organisation_id = lantern_organisation()
      and lookup.asked_at >= since
      and exists (select 1 from subject where subject.nhs_number = lookup.nhs_number
        and lower(regexp_replace(trim(person.name), '^.*\s', '')) = any (
          lower(subject.family_name) || regexp_split_to_array(lower(subject.family_name), '[-\s]+'))) $$;
revoke all on function lantern_looks_at_own_name(timestamptz) from public;
grant execute on function lantern_looks_at_own_name(timestamptz) to lantern_app;
