import type { Work } from "@/server/db/work";
import type { EntryChange, FeedComparison } from "@/server/domain/register/compare-feed";
import type { TracedRow } from "@/server/domain/register/tracing/traced-row";
import type { FeedId, OrganisationId, PersonId } from "@/server/vocabulary/ids";

interface Written {
  readonly authorityId: OrganisationId;
  readonly feedId: FeedId;
  /** Who sent or confirmed it, where a person did. */
  readonly personId: PersonId | null;
  /** It is one plan told between two lists, not a list. */
  readonly isTold: boolean;
  readonly comparison: FeedComparison;
}

/**
 * Makes the register agree with a comparison: a handful of statements for the whole list, however long. Each takes its
 * rows as one JSON value, which unlike arrays keeps nulls and types in their place.
 */
export async function writeRegister(work: Work, { comparison, ...where }: Written): Promise<void> {
  const changes = [
    ...comparison.changed.map((change) => ({ ...change, change: "changed" })),
    ...comparison.ended.map((change) => ({ ...change, change: "ended" })),
    ...comparison.deleted.map((change) => ({ ...change, change: "deleted" })),
  ];

  await writeSubjects(work, where.authorityId, [...comparison.added, ...changes.map(({ row }) => row)]);
  await addPlans(work, where, comparison.added);
  await changePlans(work, where, changes);
  await markListed(work, where, comparison);
}

type Where = Omit<Written, "comparison">;

async function writeSubjects(
  work: Work,
  authorityId: OrganisationId,
  rows: readonly TracedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const people = [...new Map(rows.map((row) => [row.nhsNumber, row])).values()];

  await work.tx.$executeRaw`
    insert into subject as known (authority_id, nhs_number, family_name, given_names, date_of_birth, superseded_by)
    select ${authorityId}::uuid, "nhsNumber", "familyName", "givenNames", "dateOfBirth", "supersededBy"
    from json_to_recordset(${JSON.stringify(people)}::json)
      as listed ("nhsNumber" char(10), "familyName" text, "givenNames" text, "dateOfBirth" date,
        "supersededBy" char(10))
    on conflict (nhs_number, authority_id) do update
      set family_name = excluded.family_name, given_names = excluded.given_names,
        date_of_birth = excluded.date_of_birth, superseded_by = excluded.superseded_by
      where (known.family_name, known.given_names, known.date_of_birth, known.superseded_by) is distinct from
        (excluded.family_name, excluded.given_names, excluded.date_of_birth, excluded.superseded_by)`;
}

async function addPlans(work: Work, where: Where, rows: readonly TracedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { authorityId, feedId, personId, isTold } = where;

  await work.tx.$executeRaw`
    with added as (
      insert into plan (authority_id, subject_id, feed_id, kind, local_id, start_on, end_on, deleted_on, due_on, told_at)
      select ${authorityId}::uuid, subject.id, ${feedId}::uuid, listed.kind, "localId", "startOn", "endOn",
        "deletedOn", "dueOn", ${isTold ? work.now : null}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as listed ("nhsNumber" char(10), kind text,
          "localId" text, "startOn" date, "endOn" date, "deletedOn" date, "dueOn" date)
        join subject on subject.nhs_number = "nhsNumber" and subject.authority_id = ${authorityId}::uuid
      returning id
    )
    insert into plan_change (authority_id, plan_id, feed_id, person_id, changed_at, kind)
    select ${authorityId}::uuid, id, ${feedId}::uuid, ${personId}::uuid, ${work.now}::timestamptz, 'added' from added`;
}

interface KindOfChange extends EntryChange {
  readonly change: string;
}

async function changePlans(work: Work, where: Where, changes: readonly KindOfChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { authorityId, feedId, personId, isTold } = where;
  const rows = changes.map(({ planId, row, entry, change }) => ({ planId, change, before: entry, ...row }));

  await work.tx.$executeRaw`
    with listed as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as listed ("planId" uuid, change text,
        before jsonb, "localId" text, "startOn" date, "endOn" date, "deletedOn" date, "dueOn" date)
    ), changed as (
      update plan set feed_id = ${feedId}::uuid, missing_from_feed_id = null, kept_at = null,
        told_at = ${isTold ? work.now : null}::timestamptz, local_id = "localId", start_on = "startOn",
        end_on = "endOn", deleted_on = "deletedOn", due_on = "dueOn"
      from listed where plan.id = "planId" and plan.authority_id = ${authorityId}::uuid
      returning plan.id
    )
    insert into plan_change (authority_id, plan_id, feed_id, person_id, changed_at, kind, before)
    select ${authorityId}::uuid, "planId", ${feedId}::uuid, ${personId}::uuid, ${work.now}::timestamptz, change, before
    from listed join changed on changed.id = "planId"`;
}

/**
 * Absence is a label and nothing more. It goes when the plan is back in the list, and so does what was said of the plan
 * while no list spoke of it. A plan that is told as it is already was told all the same.
 */
async function markListed(
  work: Work,
  { authorityId, feedId, isTold: isToldNow }: Where,
  comparison: FeedComparison,
): Promise<void> {
  const missing = comparison.missing.map(({ planId }) => planId);
  const listed = [...comparison.unchanged, ...comparison.disagreeing.map(({ entry }) => entry)];
  const back = listed.filter(({ isMissing, isKept }) => isMissing || isKept).map(({ planId }) => planId);
  const agreed = comparison.unchanged.filter(({ isTold }) => isTold || isToldNow).map(({ planId }) => planId);
  if (missing.length + back.length + agreed.length === 0) return;

  await work.tx.$executeRaw`
    update plan set
      missing_from_feed_id = case when id = any (${missing}::uuid[]) then ${feedId}::uuid
        when id = any (${back}::uuid[]) then null else missing_from_feed_id end,
      kept_at = case when id = any (${back}::uuid[]) then null else kept_at end,
      told_at = case when id = any (${agreed}::uuid[]) then ${isToldNow ? work.now : null}::timestamptz
        else told_at end
    where id = any (${[...missing, ...back, ...agreed]}::uuid[]) and authority_id = ${authorityId}::uuid`;
}
