-- Lists come by three ways, are traced, reviewed, applied, and can be undone; plans are told between lists.
-- DropIndex
DROP INDEX "feed_authority_id_sequence_key";

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "kept_at" TIMESTAMPTZ(3),
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "register_state" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "feed_token" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "issued_by_id" UUID,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "last_used_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "applied_at" TIMESTAMPTZ(3),
ADD COLUMN     "compared_version" INTEGER,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "confirmed_version" INTEGER,
ADD COLUMN     "effects" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "fresh_before_at" TIMESTAMPTZ(3),
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'list',
ADD COLUMN     "rows_read" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rows_to_trace" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rows_traced" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'applied',
ADD COLUMN     "state_reason" TEXT,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by_id" UUID,
ALTER COLUMN "sequence" DROP NOT NULL,
ALTER COLUMN "file_answer" DROP NOT NULL,
ALTER COLUMN "row_count" SET DEFAULT 0,
ALTER COLUMN "loaded_count" SET DEFAULT 0,
ALTER COLUMN "rejected_count" SET DEFAULT 0,
ALTER COLUMN "new_count" SET DEFAULT 0,
ALTER COLUMN "changed_count" SET DEFAULT 0,
ALTER COLUMN "ended_count" SET DEFAULT 0,
ALTER COLUMN "deleted_count" SET DEFAULT 0,
ALTER COLUMN "unchanged_count" SET DEFAULT 0,
ALTER COLUMN "missing_count" SET DEFAULT 0,
ALTER COLUMN "gap_count" SET DEFAULT 0;

-- AlterTable
ALTER TABLE "row_problem" ADD COLUMN     "is_loaded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suggestion" TEXT;

-- CreateTable
CREATE TABLE "feed_content" (
    "feed_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "feed_content_pkey" PRIMARY KEY ("feed_id")
);

-- CreateTable
CREATE TABLE "trace" (
    "authority_id" UUID NOT NULL,
    "nhs_number" CHAR(10) NOT NULL,
    "asked" CHAR(64) NOT NULL,
    "traced_at" TIMESTAMPTZ(3) NOT NULL,
    "row_answer" TEXT NOT NULL,
    "disagreeing" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "suggestion" TEXT,

    CONSTRAINT "trace_pkey" PRIMARY KEY ("authority_id","nhs_number")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "feed_id" UUID,
    "person_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "birth_question" (
    "plan_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "child_nhs_number" CHAR(10),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "birth_question_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "data_fault" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "cause" TEXT NOT NULL,
    "row_answer" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "suggestion" TEXT,
    "first_feed_id" UUID NOT NULL,
    "first_shown_at" TIMESTAMPTZ(3) NOT NULL,
    "last_feed_id" UUID NOT NULL,
    "fixed_feed_id" UUID,
    "fixed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_fault_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feed_content_authority_id_idx" ON "feed_content"("authority_id");

-- CreateIndex
CREATE INDEX "plan_change_feed_id_idx" ON "plan_change"("feed_id");

-- CreateIndex
CREATE INDEX "plan_change_plan_id_idx" ON "plan_change"("plan_id");

-- CreateIndex
CREATE INDEX "plan_change_authority_id_idx" ON "plan_change"("authority_id");

-- CreateIndex
CREATE INDEX "birth_question_authority_id_idx" ON "birth_question"("authority_id");

-- CreateIndex
CREATE INDEX "data_fault_authority_id_fixed_at_idx" ON "data_fault"("authority_id", "fixed_at");

-- CreateIndex
CREATE INDEX "feed_authority_id_sequence_idx" ON "feed"("authority_id", "sequence");

-- AddForeignKey
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_content" ADD CONSTRAINT "feed_content_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_content" ADD CONSTRAINT "feed_content_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace" ADD CONSTRAINT "trace_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth_question" ADD CONSTRAINT "birth_question_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth_question" ADD CONSTRAINT "birth_question_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth_question" ADD CONSTRAINT "birth_question_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_fault" ADD CONSTRAINT "data_fault_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_fault" ADD CONSTRAINT "data_fault_first_feed_id_fkey" FOREIGN KEY ("first_feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_fault" ADD CONSTRAINT "data_fault_last_feed_id_fkey" FOREIGN KEY ("last_feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_fault" ADD CONSTRAINT "data_fault_fixed_feed_id_fkey" FOREIGN KEY ("fixed_feed_id") REFERENCES "feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a column may hold ---------------------------------------------------------------------------------------

alter table feed add check (kind in ('list', 'plan'));
alter table feed add check ((kind = 'list') = (sequence is not null));
alter table feed add check (state in ('received', 'tracing', 'waiting', 'review', 'held', 'applied', 'unreadable',
  'replaced', 'discarded', 'undone'));
alter table feed add check (state not in ('applied', 'undone') or file_answer is not null);
alter table plan_change add check (kind in ('added', 'changed', 'ended', 'deleted', 'kept', 'undone'));
alter table birth_question add check (answer in ('number-given', 'not-born', 'no-plan'));
alter table birth_question add check ((answer is null) = (answered_at is null));
alter table trace add check (row_answer in ('CPR01', 'CPR02', 'CPR03', 'CPR05', 'CPR06'));

-- Read slice by slice, which a compressed value would not allow.
alter table feed_content alter column bytes set storage external;

-- A sequence number is used once; what could not be read, was replaced or was thrown away leaves it free.
create unique index feed_sequence_once on feed (authority_id, sequence)
  where state not in ('unreadable', 'replaced', 'discarded');
-- A fault is open once; fixed and back again, it is another.
create unique index data_fault_open_once on data_fault (authority_id, fingerprint) where fixed_at is null;

-- What the running role may do ---------------------------------------------------------------------------------

-- What came, from whom and when stays as it was; only what became of it is written down later.
grant update (state, state_reason, file_answer, rows_read, rows_to_trace, rows_traced, row_count, loaded_count,
  rejected_count, new_count, changed_count, ended_count, deleted_count, unchanged_count, missing_count, gap_count, notes,
  compared_version, confirmed_version, confirmed_by_id, confirmed_at, effects, applied_at, fresh_before_at,
  undone_by_id, undone_at) on feed to lantern_app;
-- What a token is, whose and since when never changes.
revoke update on feed_token from lantern_app;
grant update (expires_at, last_used_at, revoked_at) on feed_token to lantern_app;
grant delete, update (suggestion) on row_problem to lantern_app;
grant select, insert, delete on feed_content to lantern_app;
grant select, insert, update on trace, birth_question, data_fault to lantern_app;
grant select, insert on plan_change to lantern_app;

-- Who sees which rows ------------------------------------------------------------------------------------------

-- The worker applies lists, whichever way they came.
create policy worker_adds on subject for insert to lantern_app with check (lantern_system() = 'worker');
create policy worker_changes on subject for update to lantern_app using (lantern_system() = 'worker');
create policy worker_adds on plan for insert to lantern_app with check (lantern_system() = 'worker');
create policy worker_changes on plan for update to lantern_app using (lantern_system() = 'worker');
create policy worker_adds on register_state for insert to lantern_app with check (lantern_system() = 'worker');
create policy worker_changes on register_state for update to lantern_app using (lantern_system() = 'worker');

create policy worker_adds on feed for insert to lantern_app with check (lantern_system() = 'worker');
create policy own_changes on feed for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() in ('feed-door', 'worker'));

create policy worker_reads on row_problem for select to lantern_app using (lantern_system() = 'worker');
create policy worker_adds on row_problem for insert to lantern_app with check (lantern_system() = 'worker');
-- Problems are found anew each time that a list is looked at, until it is applied.
create policy worker_removes on row_problem for delete to lantern_app using (lantern_system() = 'worker'
  and exists (select 1 from feed where feed.id = row_problem.feed_id and feed.applied_at is null));

create policy worker_changes on row_problem for update to lantern_app using (lantern_system() = 'worker');

-- The door learns when a token was last used.
create policy door_changes on feed_token for update to lantern_app using (lantern_system() = 'feed-door');

alter table feed_content enable row level security;
create policy own on feed_content for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy own_adds on feed_content for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() in ('feed-door', 'worker'));
create policy worker_removes on feed_content for delete to lantern_app using (lantern_system() = 'worker');

alter table trace enable row level security;
create policy own on trace for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy worker_adds on trace for insert to lantern_app with check (lantern_system() = 'worker');
create policy worker_changes on trace for update to lantern_app using (lantern_system() = 'worker');

alter table plan_change enable row level security;
create policy own on plan_change for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy own_adds on plan_change for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');

-- An open question belongs on the mother's card: whoever may read the plan may know of it.
alter table birth_question enable row level security;
create policy with_plan on birth_question for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() is not null
    or exists (select 1 from plan where plan.id = birth_question.plan_id));
create policy own_adds on birth_question for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy own_changes on birth_question for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');

alter table data_fault enable row level security;
create policy own on data_fault for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy own_adds on data_fault for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
create policy own_changes on data_fault for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'worker');
