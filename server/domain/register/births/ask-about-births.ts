import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { birthWindow } from "@/server/domain/register/births/birth-window";
import type { Ending } from "@/server/domain/register/births/read-endings";
import type { OrganisationId } from "@/server/vocabulary/ids";

interface WrittenEndings {
  readonly authorityId: OrganisationId;
  readonly endings: readonly Ending[];
}

/**
 * Asks the authority for the child's number where an unborn child's plan ended when a child is born. Lists give no
 * reason for an end, so the day decides. An answer stands while the same end is repeated. A new end is asked about
 * anew, whatever was answered; of an end that is put right only the answer that no child was born falls, since a child
 * who was born stays born.
 */
export async function askAboutBirths(work: Work, { authorityId, endings }: WrittenEndings): Promise<void> {
  if (endings.length === 0) return;
  const written = Prisma.sql`json_to_recordset(${JSON.stringify(endings)}::json)
    as written ("planId" uuid, "endBefore" date) join plan on plan.id = "planId"
      and plan.authority_id = ${authorityId}::uuid and kind = 'unborn' and deleted_on is null
      and end_on between due_on - ${birthWindow.daysBeforeDue}::int and due_on + ${birthWindow.daysAfterDue}::int`;

  await work.tx.$executeRaw`
    update birth_question set asked_at = ${work.now}::timestamptz, answer = null, child_nhs_number = null,
      answered_at = null, answered_by_id = null
    from ${written}
    where plan_id = plan.id and ("endBefore" is null or "endBefore" <> end_on and answer = 'not-born')`;
  await work.tx.$executeRaw`
    insert into birth_question (plan_id, authority_id, asked_at)
    select plan.id, plan.authority_id, ${work.now}::timestamptz from ${written}
    on conflict do nothing`;
}
