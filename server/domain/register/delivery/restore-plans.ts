import { z } from "zod";
import type { Work } from "@/server/db/work";
import { askAboutBirths } from "@/server/domain/register/births/ask-about-births";
import { Ending } from "@/server/domain/register/births/read-endings";
import { isStillAsListed } from "@/server/domain/register/delivery/still-as-listed";
import { planSnapshot } from "@/server/domain/register/plan-snapshot";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

interface Undone {
  readonly feedId: FeedId;
  readonly authorityId: OrganisationId;
}

/**
 * Gives every plan that a list changed, and nobody has changed or told since, the words that it had before; a plan that
 * the list brought is withdrawn as if entered in error. Each is noted as a change of its own. A person of whom a plan was
 * told since keeps the name and number that were told.
 */
export async function restorePlans(work: Work, { feedId, authorityId }: Undone): Promise<void> {
  const { tx, now, actor } = work;
  const personId = actor.kind === "person" ? actor.personId : null;

  const rows: unknown = await tx.$queryRaw`
    with undone as (
      select change.plan_id, change.kind, change.changed_at, before.* from plan_change change
        left join lateral jsonb_to_record(change.before) as before ("familyName" text, "givenNames" text,
          "dateOfBirth" date, "supersededBy" char(10), "localId" text, "startOn" date, "endOn" date, "deletedOn" date,
          "dueOn" date, "isKept" boolean) on true
      where change.feed_id = ${feedId}::uuid and ${isStillAsListed}
    ), noted as (
      insert into plan_change (authority_id, plan_id, feed_id, person_id, changed_at, kind, before)
      select plan.authority_id, plan.id, ${feedId}::uuid, ${personId}::uuid, ${now}::timestamptz, 'undone',
        ${planSnapshot}
      from undone join plan on plan.id = plan_id join subject on subject.id = plan.subject_id
    ), named as (
      update subject set family_name = "familyName", given_names = "givenNames", date_of_birth = "dateOfBirth",
        superseded_by = "supersededBy"
      from undone join plan on plan.id = plan_id
      where subject.id = plan.subject_id and undone.kind <> 'added' and not exists (
        select from plan told where told.subject_id = subject.id and told.told_at > undone.changed_at)
    )
    update plan set local_id = coalesce("localId", local_id), start_on = coalesce("startOn", start_on),
      end_on = case when undone.kind = 'added' then end_on else "endOn" end,
      due_on = case when undone.kind = 'added' then due_on else "dueOn" end,
      deleted_on = case when undone.kind = 'added' then ${londonDate(now)}::date else "deletedOn" end,
      kept_at = case when "isKept" then ${now}::timestamptz end
    from undone where plan.id = plan_id
    returning plan.id as "planId", nullif(old.end_on, new.end_on)::text as "endBefore"`;
  await askAboutOtherEnds(work, authorityId, z.array(Ending).parse(rows));
  await tx.$executeRaw`
    update plan set missing_from_feed_id = null
    where authority_id = ${authorityId}::uuid and missing_from_feed_id = ${feedId}::uuid`;
}

/**
 * What was answered since may be about another end, which the list had given. Of a plan to which it had given none there
 * is no end before, and nothing to ask.
 */
function askAboutOtherEnds(work: Work, authorityId: OrganisationId, plans: readonly Ending[]): Promise<void> {
  return askAboutBirths(work, { authorityId, endings: plans.filter(({ endBefore }) => endBefore !== null) });
}
