-- Which organisation followed which: councils are put together, trusts merge, codes change. Managers of the one that follows
-- see the counts of those before it, and nothing else of them. docs/decisions/0026-rollups.md.

CREATE TABLE "organisation_succession" (
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "stated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_succession_pkey" PRIMARY KEY ("predecessor_id")
);
CREATE INDEX "organisation_succession_successor_id_idx" ON "organisation_succession"("successor_id");
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table organisation_succession add check (predecessor_id <> successor_id);

-- Reference data, as organisations are. A statement is made and taken back by whoever runs the service, and by nobody who is
-- signed in.
grant select, insert, delete on organisation_succession to lantern_app;
alter table organisation_succession enable row level security;
create policy known on organisation_succession for select to lantern_app using (lantern_has_actor());
create policy stated on organisation_succession for insert to lantern_app with check (lantern_system() = 'worker');
create policy taken_back on organisation_succession for delete to lantern_app using (lantern_system() = 'worker');

-- These organisations, and all that went before them over any number of steps: whose counts their managers see.
create function lantern_counted_with(own uuid[]) returns uuid[] language sql stable parallel safe
  as $$ with recursive counted(id) as (
      select unnest(own)
      union
      select predecessor_id from organisation_succession join counted on successor_id = counted.id)
    select coalesce(array_agg(id), '{}') from counted $$;

-- Counts alone: no policy of a fact, a plan or a record asks for predecessors.
drop policy who_counts on lookup_day;
create policy who_counts on lookup_day for select to lantern_app
  using ((select lantern_counts_all()) or ((select lantern_role()) = 'health-manager'
    and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[])));

drop policy who_counts on told_day;
create policy who_counts on told_day for select to lantern_app
  using ((select lantern_role()) = 'authority-manager'
    and authority_id = any ((select lantern_counted_with(lantern_authorities()))::uuid[]));

drop policy who_counts on alert_day;
create policy who_counts on alert_day for select to lantern_app
  using ((select lantern_counts_all())
    or ((select lantern_role()) = 'authority-manager'
      and authority_id = any ((select lantern_counted_with(lantern_authorities()))::uuid[]))
    or ((select lantern_role()) = 'health-manager'
      and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[])));

drop policy who_counts on report_day;
create policy who_counts on report_day for select to lantern_app
  using ((select lantern_counts_all())
    or ((select lantern_role()) = 'authority-manager'
      and authority_id = any ((select lantern_counted_with(lantern_authorities()))::uuid[]))
    or ((select lantern_role()) = 'health-manager'
      and organisation_id = any ((select lantern_counted_with(array[lantern_organisation()]))::uuid[])));
