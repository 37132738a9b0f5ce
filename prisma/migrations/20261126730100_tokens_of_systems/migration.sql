-- An authority's system may sign in with a key of its own and is given a token for five minutes. A row is one sign-in: what
-- it was signed in with is not taken twice, and what it was given is found by its digest. Rows leave by themselves.

CREATE TABLE "system_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "assertion_digest" CHAR(64) NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "system_token_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "system_token_client_assertion_digest_key" ON "system_token"("client", "assertion_digest");

CREATE UNIQUE INDEX "system_token_digest_key" ON "system_token"("digest");

CREATE INDEX "system_token_kept_until_idx" ON "system_token"("kept_until");

ALTER TABLE "system_token" ADD CONSTRAINT "system_token_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody changes one: it is given, read and, when it is of no use any more, removed.
grant select, insert, delete on system_token to lantern_app;

alter table system_token enable row level security;
create policy door on system_token for select to lantern_app using (lantern_system() = 'feed-door');
create policy door_adds on system_token for insert to lantern_app with check (lantern_system() = 'feed-door');
create policy door_removes on system_token for delete to lantern_app using (lantern_system() = 'feed-door');
