import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AnswerWhy } from "@/server/vocabulary/look-review";
import { Refusal } from "@/server/vocabulary/refusal";

/** Why one looked, in one's own words, once. Refuses: not found (nobody asked this person, or it is answered). */
export async function answerWhy(work: Work, { reviewId, answer }: AnswerWhy): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can answer.");
  const answered = await tx.$executeRaw`
    update look_review review set answer = ${answer}, answered_at = ${now}
    from lookup where review.id = ${reviewId}::uuid and lookup.id = review.lookup_id
      and decision = 'asked' and review.answer is null
      and lookup.person_id = ${actor.personId}::uuid and lookup.organisation_id = ${actor.organisationId}::uuid`;
  if (answered === 0)
    throw new Refusal(
      "not-found",
      "This question was answered already, or is not yours. Open the page again.",
    );
  await recordAudit(work, {
    action: "review:answer",
    outcome: "done",
    detail: "answered",
    concerns: reviewId,
  });
}
