-- A hospital's or dispatch system can say that a child has arrived: more than that somebody looked at the record.

ALTER TABLE "attendance" ADD COLUMN "arrived_at" TIMESTAMPTZ(3);

-- A clock that is a few minutes ahead is no reason to lose an arrival.
alter table attendance add constraint arrived_before_recorded
  check (arrived_at <= attended_at + interval '5 minutes');
