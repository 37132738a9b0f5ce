import type { Work } from "@/server/db/work";
import type { EntryChange, FeedComparison } from "@/server/domain/register/compare-feed";
import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";

interface Written {
  readonly authorityId: OrganisationId;
  readonly feedId: FeedId;
  readonly comparison: FeedComparison;
}

/**
 * Makes the register agree with a comparison: a handful of statements for the whole list, however long. Each takes its
 * rows as one JSON value, which unlike arrays keeps nulls and types in their place.
 */
export async function writeRegister(work: Work, { authorityId, feedId, comparison }: Written): Promise<void> {
  const changes = [...comparison.changed, ...comparison.ended, ...comparison.deleted];
  const where = { authorityId, feedId };

  await writeSubjects(work, authorityId, [...comparison.added, ...changes.map(({ row }) => row)]);
  await addPlans(work, where, comparison.added);
  await changePlans(work, where, changes);
  await markMissing(work, where, comparison);
}

type Where = Omit<Written, "comparison">;

async function writeSubjects(
  work: Work,
  authorityId: OrganisationId,
  rows: readonly FeedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const people = [...new Map(rows.map((row) => [row.nhsNumber, row])).values()];

  await work.tx.$executeRaw`
    insert into subject as known (authority_id, nhs_number, family_name, given_names, date_of_birth)
    select ${authorityId}::uuid, "nhsNumber", "familyName", "givenNames", "dateOfBirth"
    from json_to_recordset(${JSON.stringify(people)}::json)
      as listed ("nhsNumber" char(10), "familyName" text, "givenNames" text, "dateOfBirth" date)
    on conflict (nhs_number, authority_id) do update
      set family_name = excluded.family_name, given_names = excluded.given_names, date_of_birth = excluded.date_of_birth
      where (known.family_name, known.given_names, known.date_of_birth)
        is distinct from (excluded.family_name, excluded.given_names, excluded.date_of_birth)`;
}

async function addPlans(work: Work, { authorityId, feedId }: Where, rows: readonly FeedRow[]): Promise<void> {
  if (rows.length === 0) return;

  await work.tx.$executeRaw`
    insert into plan (authority_id, subject_id, feed_id, kind, local_id, start_on, end_on, deleted_on, due_on)
    select ${authorityId}::uuid, subject.id, ${feedId}::uuid, listed.kind, "localId", "startOn", "endOn", "deletedOn", "dueOn"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as listed ("nhsNumber" char(10), kind text, "localId" text, "startOn" date, "endOn" date, "deletedOn" date, "dueOn" date)
      join subject on subject.nhs_number = "nhsNumber" and subject.authority_id = ${authorityId}::uuid`;
}

async function changePlans(
  work: Work,
  { authorityId, feedId }: Where,
  changes: readonly EntryChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ planId, row }) => ({ planId, ...row }));

  await work.tx.$executeRaw`
    update plan set feed_id = ${feedId}::uuid, missing_from_feed_id = null, local_id = "localId",
      start_on = "startOn", end_on = "endOn", deleted_on = "deletedOn", due_on = "dueOn"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as listed ("planId" uuid, "localId" text, "startOn" date, "endOn" date, "deletedOn" date, "dueOn" date)
    where plan.id = "planId" and plan.authority_id = ${authorityId}::uuid`;
}

/** Absence is a label and nothing more; it goes when the plan is back in the list. */
async function markMissing(
  work: Work,
  { authorityId, feedId }: Where,
  comparison: FeedComparison,
): Promise<void> {
  const missing = comparison.missing.map(({ planId }) => planId);
  const back = comparison.unchanged.filter(({ isMissing }) => isMissing).map(({ planId }) => planId);
  if (missing.length + back.length === 0) return;

  await work.tx.$executeRaw`
    update plan set missing_from_feed_id = case when id = any (${missing}::uuid[]) then ${feedId}::uuid end
    where id = any (${[...missing, ...back]}::uuid[]) and authority_id = ${authorityId}::uuid`;
}
