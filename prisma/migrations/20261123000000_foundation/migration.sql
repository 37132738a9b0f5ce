-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_setting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "care_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority_contact" (
    "authority_id" UUID NOT NULL,
    "office_number" TEXT NOT NULL,
    "office_opens_at" INTEGER NOT NULL,
    "office_closes_at" INTEGER NOT NULL,
    "friday_closes_at" INTEGER NOT NULL,
    "emergency_number" TEXT NOT NULL,
    "emergency_team" TEXT NOT NULL,

    CONSTRAINT "authority_contact_pkey" PRIMARY KEY ("authority_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "last_claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("person_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "care_setting_id" UUID,
    "issuer_session_id" TEXT,
    "assurance" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "nhs_number" CHAR(10) NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_names" TEXT NOT NULL,
    "date_of_birth" DATE NOT NULL,
    "superseded_by" CHAR(10),

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "deleted_on" DATE,
    "due_on" DATE,
    "local_id" TEXT NOT NULL,
    "feed_id" UUID NOT NULL,
    "missing_from_feed_id" UUID,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_state" (
    "authority_id" UUID NOT NULL,
    "last_sequence" INTEGER NOT NULL,
    "last_received_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_state_pkey" PRIMARY KEY ("authority_id")
);

-- CreateTable
CREATE TABLE "feed_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by" TEXT NOT NULL,
    "person_id" UUID,
    "file_answer" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "loaded_count" INTEGER NOT NULL,
    "rejected_count" INTEGER NOT NULL,
    "new_count" INTEGER NOT NULL,
    "changed_count" INTEGER NOT NULL,
    "ended_count" INTEGER NOT NULL,
    "deleted_count" INTEGER NOT NULL,
    "unchanged_count" INTEGER NOT NULL,
    "missing_count" INTEGER NOT NULL,
    "gap_count" INTEGER NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "row_problem" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "feed_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "row_answer" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "row_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lookup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "nhs_number" CHAR(10) NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "call_back_number" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lookup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lookup_id" UUID NOT NULL,
    "nhs_number" CHAR(10) NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT,
    "attended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_team" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "host_organisation_id" UUID NOT NULL,

    CONSTRAINT "duty_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_team_authority" (
    "authority_id" UUID NOT NULL,
    "duty_team_id" UUID NOT NULL,

    CONSTRAINT "duty_team_authority_pkey" PRIMARY KEY ("authority_id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "duty_team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "rung" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "authority_id" UUID NOT NULL,
    "duty_team_id" UUID,
    "lookup_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "alert_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "rung" INTEGER,
    "lookup_id" UUID,
    "note" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "endpoint_digest" CHAR(64) NOT NULL,
    "sealed_subscription" BYTEA NOT NULL,
    "push_host" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "retired_by" TEXT,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_attempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "alert_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "device_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_answer" TEXT,
    "last_status_code" INTEGER,

    CONSTRAINT "push_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "job" JSONB NOT NULL,
    "unique_key" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "leased_by" TEXT,
    "last_error" TEXT,
    "gave_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "person_id" UUID,
    "actor_name" TEXT NOT NULL,
    "role" TEXT,
    "organisation_id" UUID,
    "care_setting_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "nhs_number" CHAR(10),
    "concerns" UUID,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "care_setting_organisation_id_name_key" ON "care_setting"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_issuer_subject_key" ON "person"("issuer", "subject");

-- CreateIndex
CREATE INDEX "session_issuer_session_id_idx" ON "session"("issuer_session_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "subject_superseded_by_idx" ON "subject"("superseded_by");

-- CreateIndex
CREATE INDEX "subject_authority_id_idx" ON "subject"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_nhs_number_authority_id_key" ON "subject"("nhs_number", "authority_id");

-- CreateIndex
CREATE INDEX "plan_authority_id_idx" ON "plan"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_subject_id_kind_start_on_key" ON "plan"("subject_id", "kind", "start_on");

-- CreateIndex
CREATE UNIQUE INDEX "feed_token_digest_key" ON "feed_token"("digest");

-- CreateIndex
CREATE INDEX "feed_token_authority_id_idx" ON "feed_token"("authority_id");

-- CreateIndex
CREATE INDEX "feed_authority_id_received_at_idx" ON "feed"("authority_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_authority_id_sequence_key" ON "feed"("authority_id", "sequence");

-- CreateIndex
CREATE INDEX "row_problem_feed_id_row_number_idx" ON "row_problem"("feed_id", "row_number");

-- CreateIndex
CREATE INDEX "lookup_person_id_asked_at_idx" ON "lookup"("person_id", "asked_at");

-- CreateIndex
CREATE INDEX "lookup_organisation_id_asked_at_idx" ON "lookup"("organisation_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "lookup_person_id_request_id_key" ON "lookup"("person_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_lookup_id_key" ON "attendance"("lookup_id");

-- CreateIndex
CREATE INDEX "attendance_nhs_number_attended_at_idx" ON "attendance"("nhs_number", "attended_at");

-- CreateIndex
CREATE INDEX "attendance_organisation_id_idx" ON "attendance"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "duty_team_host_organisation_id_name_key" ON "duty_team"("host_organisation_id", "name");

-- CreateIndex
CREATE INDEX "duty_team_authority_duty_team_id_idx" ON "duty_team_authority"("duty_team_id");

-- CreateIndex
CREATE INDEX "shift_duty_team_id_starts_at_idx" ON "shift"("duty_team_id", "starts_at");

-- CreateIndex
CREATE INDEX "shift_person_id_idx" ON "shift"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_reference_key" ON "alert"("reference");

-- CreateIndex
CREATE INDEX "alert_authority_id_raised_at_idx" ON "alert"("authority_id", "raised_at");

-- CreateIndex
CREATE INDEX "alert_subject_id_care_setting_id_raised_at_idx" ON "alert"("subject_id", "care_setting_id", "raised_at");

-- CreateIndex
CREATE INDEX "alert_organisation_id_raised_at_idx" ON "alert"("organisation_id", "raised_at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_lookup_id_authority_id_key" ON "alert"("lookup_id", "authority_id");

-- CreateIndex
CREATE INDEX "alert_event_alert_id_happened_at_idx" ON "alert_event"("alert_id", "happened_at");

-- CreateIndex
CREATE INDEX "alert_event_lookup_id_idx" ON "alert_event"("lookup_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_endpoint_digest_key" ON "device"("endpoint_digest");

-- CreateIndex
CREATE INDEX "device_person_id_idx" ON "device"("person_id");

-- CreateIndex
CREATE INDEX "push_attempt_device_id_idx" ON "push_attempt"("device_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_attempt_alert_id_device_id_round_key" ON "push_attempt"("alert_id", "device_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_unique_key_key" ON "outbox"("unique_key");

-- CreateIndex
CREATE INDEX "outbox_due_at_idx" ON "outbox"("due_at");

-- CreateIndex
CREATE INDEX "audit_organisation_id_happened_at_idx" ON "audit"("organisation_id", "happened_at");

-- CreateIndex
CREATE INDEX "audit_nhs_number_happened_at_idx" ON "audit"("nhs_number", "happened_at");

-- CreateIndex
CREATE INDEX "audit_person_id_happened_at_idx" ON "audit"("person_id", "happened_at");

-- AddForeignKey
ALTER TABLE "care_setting" ADD CONSTRAINT "care_setting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_contact" ADD CONSTRAINT "authority_contact_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_missing_from_feed_id_fkey" FOREIGN KEY ("missing_from_feed_id") REFERENCES "feed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_state" ADD CONSTRAINT "register_state_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_problem" ADD CONSTRAINT "row_problem_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_problem" ADD CONSTRAINT "row_problem_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_team" ADD CONSTRAINT "duty_team_host_organisation_id_fkey" FOREIGN KEY ("host_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_team_authority" ADD CONSTRAINT "duty_team_authority_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_team_authority" ADD CONSTRAINT "duty_team_authority_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_duty_team_id_fkey" FOREIGN KEY ("duty_team_id") REFERENCES "duty_team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_attempt" ADD CONSTRAINT "push_attempt_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_attempt" ADD CONSTRAINT "push_attempt_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_attempt" ADD CONSTRAINT "push_attempt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
