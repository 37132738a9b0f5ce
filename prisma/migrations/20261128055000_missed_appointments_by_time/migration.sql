-- Of one organisation there is an index already; the operator and the worker that counts a day look by time alone. By itself, so
-- that nobody who reports an appointment waits for more than this.
create index "missed_appointment_reported_at_idx" on "missed_appointment" ("reported_at");
