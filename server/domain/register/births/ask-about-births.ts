import type { Work } from "@/server/db/work";
import { birthWindow } from "@/server/domain/register/births/birth-window";
import type { OrganisationId } from "@/server/vocabulary/ids";

interface EndedPlans {
  readonly authorityId: OrganisationId;
  /** Plans of unborn children that have just been given an end date. */
  readonly planIds: readonly string[];
}

/**
 * Asks the authority for the child's number where an unborn child's plan ended when a child is born. Lists give no
 * reason for an end, so the day decides. Asked once.
 */
export async function askAboutBirths(work: Work, { authorityId, planIds }: EndedPlans): Promise<void> {
  const { daysBeforeDue, daysAfterDue } = birthWindow;
  await work.tx.$executeRaw`
    insert into birth_question (plan_id, authority_id, asked_at)
    select id, authority_id, ${work.now}::timestamptz from plan
    where id = any (${[...planIds]}::uuid[]) and authority_id = ${authorityId}::uuid and deleted_on is null
      and end_on between due_on - ${daysBeforeDue}::int and due_on + ${daysAfterDue}::int
    on conflict do nothing`;
}
