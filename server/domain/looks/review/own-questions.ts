import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { LookReviewId } from "@/server/vocabulary/ids";

const Question = z.object({
  reviewId: LookReviewId,
  at: z.date(),
  setting: z.string(),
  callNumber: z.string().nullable(),
  question: z.string(),
  askedBy: z.string(),
  askedAt: z.date(),
});
export type OwnQuestion = Readonly<z.infer<typeof Question>>;

/**
 * What the privacy officer asks this person about their own looks, oldest first, without what was answered or decided.
 * Says when and where one looked, never at whom. On record where there is a question to be seen.
 */
export async function ownQuestions(work: Work): Promise<readonly OwnQuestion[]> {
  const { actor, tx } = work;
  if (actor.kind !== "person") return [];
  const rows: unknown = await tx.$queryRaw`
    select review.id as "reviewId", lookup.asked_at as at, care_setting.name as setting, call_number as "callNumber",
      note as question, officer.name as "askedBy", decided_at as "askedAt"
    from look_review review join lookup on lookup.id = lookup_id
      join care_setting on care_setting.id = lookup.care_setting_id
      join person officer on officer.id = decided_by_id
      left join incident on incident.id = lookup.incident_id
    where decision = 'asked' and review.answer is null and lookup.person_id = ${actor.personId}::uuid
      and lookup.organisation_id = ${actor.organisationId}::uuid
    order by decided_at, review.id`;
  const questions = z.array(Question).parse(rows);
  if (questions.length > 0)
    await recordAudit(work, {
      action: "review:answer",
      outcome: "done",
      detail: `read: ${String(questions.length)}`,
    });
  return questions;
}
