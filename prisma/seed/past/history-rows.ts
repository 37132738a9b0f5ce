import type { PastAlert } from "@/prisma/seed/past/alert-rows";
import { callRows } from "@/prisma/seed/past/past-calls";
import type { Invention } from "@/prisma/seed/invention";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import type { PastQuestion } from "@/prisma/seed/past/past-questions";
import type { AuditedAction } from "@/server/vocabulary/audited-action";

/** What the questions of the past left behind: lookups, attendances where a child was held, and the audit of it all. */
export function makeHistory(
  invention: Invention,
  past: { readonly questions: readonly PastQuestion[]; readonly alerts: readonly PastAlert[] },
): { readonly before: readonly TableRows[]; readonly after: readonly TableRows[] } {
  const attended = past.questions.filter(({ isHeld, mode }) => isHeld && mode === "unscheduled");
  return {
    before: [
      ["incident", callRows(past.questions)],
      ["lookup", past.questions.map(lookupRow)],
    ],
    after: [
      ["attendance", attended.map((question) => attendanceRow(invention, question))],
      ["audit", auditRows(invention, past.questions, past.alerts)],
    ],
  };
}

function lookupRow(question: PastQuestion): Row {
  return {
    id: question.id,
    request_id: question.requestId,
    ...askerColumns(question),
    mode: question.mode,
    nhs_number: question.nhsNumber,
    answer: question.isHeld ? "held" : "none-held",
    reason: question.reason,
    call_back_number: question.callBackNumber,
    asked_at: question.askedAt,
    incident_id: question.incidentId,
  };
}

function attendanceRow(invention: Invention, question: PastQuestion): Row {
  return {
    id: invention.id(),
    lookup_id: question.id,
    ...askerColumns(question),
    nhs_number: question.nhsNumber,
    reason: question.reason,
    attended_at: question.askedAt,
    incident_id: question.incidentId,
  };
}

function askerColumns({ asker, body, careSetting }: PastQuestion) {
  return { person_id: asker.id, organisation_id: body.id, care_setting_id: careSetting.id, role: asker.role };
}

/** A question in so many was preceded, a minute before, by one that the service failed to answer. */
const oneFailureIn = 170;

function auditRows(
  invention: Invention,
  questions: readonly PastQuestion[],
  alerts: readonly PastAlert[],
): Row[] {
  const signIns = new Map(
    questions.map((question) => [
      `${question.asker.id} ${question.askedAt.toISOString().slice(0, 10)}`,
      question,
    ]),
  );
  const failures = questions.filter((_, place) => place % oneFailureIn === oneFailureIn - 1);

  return [
    ...[...signIns.values()].map((question) => signInRow(invention, question)),
    ...failures.map((question) => failureRow(invention, question)),
    ...questions.map((question) => questionRow(invention, question)),
    ...alerts.map((alert) => takenRow(invention, alert)),
  ];
}

function signInRow(invention: Invention, question: PastQuestion): Row {
  const happenedAt = new Date(question.askedAt.getTime() - 5 * 60_000);
  const row = askedRow(invention, question, { action: "session:open", happenedAt });
  return {
    ...row,
    care_setting_id: null,
    detail: "care-identity, AAL3_ANY",
    nhs_number: null,
    concerns: null,
  };
}

function failureRow(invention: Invention, question: PastQuestion): Row {
  const happenedAt = new Date(question.askedAt.getTime() - 60_000);
  const row = askedRow(invention, question, { action: actionOf(question), happenedAt });
  return {
    ...row,
    outcome: "failed",
    detail: "PrismaClientKnownRequestError",
    nhs_number: null,
    concerns: null,
  };
}

function questionRow(invention: Invention, question: PastQuestion): Row {
  return askedRow(invention, question, { action: actionOf(question), happenedAt: question.askedAt });
}

function actionOf({ mode }: PastQuestion): AuditedAction {
  return mode === "unscheduled" ? "child:look-up" : "child:look-up-silently";
}

function askedRow(
  invention: Invention,
  question: PastQuestion,
  { action, happenedAt }: { readonly action: AuditedAction; readonly happenedAt: Date },
): Row {
  return {
    id: invention.id(),
    happened_at: happenedAt,
    actor_kind: "person",
    ...askerColumns(question),
    actor_name: question.asker.name,
    action,
    outcome: "done",
    detail: question.isHeld ? "held" : "none-held",
    nhs_number: question.nhsNumber,
    concerns: question.id,
  };
}

function takenRow(invention: Invention, { id, takenAt, takenBy }: PastAlert): Row {
  return {
    id: invention.id(),
    happened_at: takenAt,
    actor_kind: "person",
    person_id: takenBy.id,
    organisation_id: takenBy.organisationId,
    care_setting_id: null,
    role: takenBy.role,
    actor_name: takenBy.name,
    action: "alert:acknowledge",
    outcome: "done",
    detail: "taken",
    nhs_number: null,
    concerns: id,
  };
}
