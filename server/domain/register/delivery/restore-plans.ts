import type { Work } from "@/server/db/work";
import { planSnapshot } from "@/server/domain/register/plan-snapshot";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

interface Undone {
  readonly feedId: FeedId;
  readonly authorityId: OrganisationId;
}

/**
 * Gives every plan that a list changed, and nobody has changed since, the words that it had before; a plan that the
 * list brought is withdrawn as if entered in error. Each is noted as a change of its own.
 */
export async function restorePlans(work: Work, { feedId, authorityId }: Undone): Promise<void> {
  const { tx, now, actor } = work;
  const personId = actor.kind === "person" ? actor.personId : null;

  await tx.$executeRaw`
    with undone as (
      select change.plan_id, change.kind, before.* from plan_change change
        left join lateral jsonb_to_record(change.before) as before ("familyName" text, "givenNames" text,
          "dateOfBirth" date, "supersededBy" char(10), "localId" text, "startOn" date, "endOn" date, "deletedOn" date,
          "dueOn" date, "isKept" boolean) on true
      where change.feed_id = ${feedId}::uuid and not exists (
        select from plan_change later where later.plan_id = change.plan_id
          and (later.changed_at, later.id) > (change.changed_at, change.id))
    ), noted as (
      insert into plan_change (authority_id, plan_id, feed_id, person_id, changed_at, kind, before)
      select plan.authority_id, plan.id, ${feedId}::uuid, ${personId}::uuid, ${now}::timestamptz, 'undone',
        ${planSnapshot}
      from undone join plan on plan.id = plan_id join subject on subject.id = plan.subject_id
    ), named as (
      update subject set family_name = "familyName", given_names = "givenNames", date_of_birth = "dateOfBirth",
        superseded_by = "supersededBy"
      from undone join plan on plan.id = plan_id
      where subject.id = plan.subject_id and undone.kind <> 'added'
    )
    update plan set local_id = coalesce("localId", local_id), start_on = coalesce("startOn", start_on),
      end_on = case when undone.kind = 'added' then end_on else "endOn" end,
      due_on = case when undone.kind = 'added' then due_on else "dueOn" end,
      deleted_on = case when undone.kind = 'added' then ${londonDate(now)}::date else "deletedOn" end,
      kept_at = case when "isKept" then ${now}::timestamptz end
    from undone where plan.id = plan_id`;
  await tx.$executeRaw`
    update plan set missing_from_feed_id = null
    where authority_id = ${authorityId}::uuid and missing_from_feed_id = ${feedId}::uuid`;
}
