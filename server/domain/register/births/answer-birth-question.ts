import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { Refusal } from "@/server/vocabulary/refusal";

export type BirthAnswer =
  | { readonly kind: "number-given"; readonly childNhsNumber: NhsNumber }
  /** The plan ended for another reason than a birth. */
  | { readonly kind: "not-born" }
  /** A child was born and is on no plan. */
  | { readonly kind: "no-plan" };

interface Answered {
  /** The mother's plan. */
  readonly planId: string;
  readonly answer: BirthAnswer;
}

/**
 * Closes the question which number a child has. A number closes it only if the register holds a plan in force under
 * it: else neither the mother's number nor the child's would lead to the plan. Throws where it does not.
 */
export async function answerBirthQuestion(work: Work, { planId, answer }: Answered): Promise<void> {
  const { authorityId } = await findOpenQuestion(work, planId);
  const child = answer.kind === "number-given" ? answer.childNhsNumber : null;
  if (child !== null && !(await hasPlanInForce(work, authorityId, child))) {
    throw new Refusal(
      "invalid",
      "Lantern holds no plan under this number yet. Start the child’s plan first, then give the number here.",
    );
  }
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  await work.tx.$executeRaw`
    update birth_question set answer = ${answer.kind}, child_nhs_number = ${child}::char(10),
      answered_at = ${work.now}::timestamptz, answered_by_id = ${personId}::uuid
    where plan_id = ${planId}::uuid`;
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: `birth: ${answer.kind}`,
    concerns: planId,
  });
}

const OpenQuestion = z.object({ authorityId: OrganisationId });

async function findOpenQuestion({ tx, actor }: Work, planId: string) {
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId" from birth_question
    where plan_id = ${planId}::uuid and authority_id = any (${own}::uuid[]) and answer is null for update`;
  if (rows.length === 0) throw new Refusal("not-found", "This has been answered already, or is not asked.");
  return OpenQuestion.parse(rows[0]);
}

async function hasPlanInForce(
  { tx, now }: Work,
  authorityId: OrganisationId,
  nhsNumber: NhsNumber,
): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from plan join subject on subject.id = plan.subject_id
    where plan.authority_id = ${authorityId}::uuid and plan.kind <> 'unborn' and deleted_on is null
      and (end_on is null or end_on >= ${londonDate(now)}::date)
      and (nhs_number = ${nhsNumber}::char(10) or superseded_by = ${nhsNumber}::char(10))
    limit 1`;
  return rows.length === 1;
}
