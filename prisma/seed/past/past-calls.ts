import { beginInvention, type Invention } from "@/prisma/seed/invention";
import type { Row } from "@/prisma/seed/owner-database";
import type { PastQuestion } from "@/prisma/seed/past/past-questions";

/** One question of unscheduled care in so many belongs to no call-out, as somebody forgets to open one. */
const oneWithoutCallIn = 250;
const callMilliseconds = 2 * 3_600_000;

/**
 * Gives each question of unscheduled care, oldest first, the call-out that it belongs to: what the same person asks about
 * the same child on the same day is of one. It draws from an invention of its own, so that nothing else changes by it.
 */
export function withCalls(questions: readonly Omit<PastQuestion, "incidentId">[]): PastQuestion[] {
  const invention = beginInvention(2);
  const callOf = new Map<string, string | null>();
  return questions.map((question) => {
    if (question.mode === "scheduled") return { ...question, incidentId: null };
    const key = `${question.asker.id} ${question.nhsNumber} ${question.askedAt.toISOString().slice(0, 10)}`;
    if (!callOf.has(key)) callOf.set(key, openCall(invention));
    return { ...question, incidentId: callOf.get(key) ?? null };
  });
}

function openCall({ draw, id }: Invention): string | null {
  const isForgotten = draw.number.int(oneWithoutCallIn - 1) === 0;
  return isForgotten ? null : id();
}

/** Opened by the first question, and over two hours later. */
export function callRows(questions: readonly PastQuestion[]): Row[] {
  const firstOf = new Map<string, PastQuestion>();
  for (const question of questions)
    if (question.incidentId !== null && !firstOf.has(question.incidentId))
      firstOf.set(question.incidentId, question);
  return [...firstOf].map(([id, { asker, body, careSetting, askedAt }], place) => ({
    id,
    organisation_id: body.id,
    person_id: asker.id,
    care_setting_id: careSetting.id,
    call_number: `C${String(10_001 + place)}`,
    opened_at: askedAt,
    ended_at: new Date(askedAt.getTime() + callMilliseconds),
  }));
}
