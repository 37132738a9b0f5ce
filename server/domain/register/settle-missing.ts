import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { askAboutBirths } from "@/server/domain/register/births/ask-about-births";
import { Ending } from "@/server/domain/register/births/read-endings";
import { planSnapshot } from "@/server/domain/register/plan-snapshot";
import { lockRegister, touchRegister } from "@/server/domain/register/register-state";
import { OrganisationId, type FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export const missingDecisions = ["end", "keep"] as const;

interface Settlement {
  readonly feedId: FeedId;
  readonly planIds: readonly string[];
  /** End them today, or keep them in force although the lists leave them out. */
  readonly decision: (typeof missingDecisions)[number];
}

const SettledRows = z.array(Ending);

/**
 * A named person's word about plans that the newest list leaves out. Those that are missing no more are passed over.
 * Gives how many were settled.
 */
export async function settleMissing(
  work: Work,
  { feedId, planIds, decision }: Settlement,
): Promise<{ readonly settled: number }> {
  const authorityId = await ownerOf(work, feedId);
  await lockRegister(work, authorityId);
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  const endOn = decision === "end" ? londonDate(work.now) : null;

  const rows: unknown = await work.tx.$queryRaw`
    with settled as (
      select plan.id, plan.kind, ${planSnapshot} as before from plan join subject on subject.id = plan.subject_id
      where plan.id = any (${[...planIds]}::uuid[]) and plan.authority_id = ${authorityId}::uuid
        and missing_from_feed_id = ${feedId}::uuid
      for update of plan
    ), noted as (
      insert into plan_change (authority_id, plan_id, person_id, changed_at, kind, before)
      select ${authorityId}::uuid, id, ${personId}::uuid, ${work.now}::timestamptz,
        ${decision === "end" ? "ended" : "kept"}, before
      from settled
    )
    update plan set missing_from_feed_id = null, end_on = coalesce(${endOn}::date, end_on),
      -- A person has spoken: on its last day an ended plan is not missing either.
      kept_at = ${work.now}::timestamptz
    from settled where plan.id = settled.id
    returning plan.id as "planId", before ->> 'endOn' as "endBefore"`;
  const settled = SettledRows.parse(rows);
  await recordSettlement(work, { authorityId, decision, settled });
  return { settled: settled.length };
}

interface Settled extends Pick<Settlement, "decision"> {
  readonly authorityId: OrganisationId;
  readonly settled: z.infer<typeof SettledRows>;
}

async function recordSettlement(work: Work, { authorityId, decision, settled }: Settled): Promise<void> {
  if (decision === "end") await askAboutBirths(work, { authorityId, endings: settled });
  if (settled.length > 0) await touchRegister(work, authorityId);
  const done = decision === "end" ? "ended" : "kept";
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: `${settled.length} missing plans ${done}`,
    concerns: authorityId,
  });
}

async function ownerOf({ tx, actor }: Work, feedId: FeedId): Promise<OrganisationId> {
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId" from feed
    where id = ${feedId}::uuid and authority_id = any (${own}::uuid[])`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such list.");
  return z.object({ authorityId: OrganisationId }).parse(rows[0]).authorityId;
}
