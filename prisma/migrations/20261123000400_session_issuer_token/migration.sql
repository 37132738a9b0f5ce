-- The issuer's own token, shown to it at sign-out so that it ends the right session without asking who is meant.
-- Emptied when the row is closed.
alter table session add column issuer_token text;
alter table session add check (ended_at is null or issuer_token is null);
