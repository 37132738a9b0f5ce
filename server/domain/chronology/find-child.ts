import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { ChronologyChild } from "@/server/domain/chronology/chronology";
import { OrganisationId, SubjectId } from "@/server/vocabulary/ids";
import { planKinds } from "@/server/vocabulary/plan-kind";
import { Refusal } from "@/server/vocabulary/refusal";

const ChildRow = z.object({
  subjectId: SubjectId,
  authorityId: OrganisationId,
  authorityName: z.string(),
  nhsNumber: z.string(),
  supersededBy: z.string().nullable(),
  familyName: z.string(),
  givenNames: z.string(),
  dateOfBirth: z.string(),
  plans: z.array(
    z.object({
      kind: z.enum(planKinds),
      startOn: z.string(),
      endOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      localId: z.string(),
    }),
  ),
  /** This entry of the register and those that the same child has under a number that was replaced. */
  sameChild: z.array(
    z.object({ subjectId: SubjectId, nhsNumber: z.string(), supersededBy: z.string().nullable() }),
  ),
});
type ChildRow = Readonly<z.infer<typeof ChildRow>>;

/** The child, and under which entries and numbers the child is on record. */
export interface FoundChild {
  readonly child: ChronologyChild;
  /** All entries of this child in the authority's register. */
  readonly subjectIds: readonly SubjectId[];
  /** The numbers of those entries. */
  readonly ownNumbers: readonly string[];
  /** The number that replaced the last of them, where the register has no entry under it. */
  readonly newerNumber: string | undefined;
}

/**
 * The child of this entry of the register, with its plans but for those entered in error. Numbers are linked by `superseded_by` alone, which is a merged record; a
 * number that was given at an adoption is never linked. Refuses: not found (not one of the person's authorities').
 */
export async function findChild({ tx, actor }: Work, subjectId: SubjectId): Promise<FoundChild> {
  const authorityIds = actor.kind === "person" ? actor.authorityIds : [];
  const rows: unknown[] = await tx.$queryRaw`
    with recursive own as (
      select id, authority_id, nhs_number, superseded_by from subject
      where id = ${subjectId}::uuid and authority_id = any (${authorityIds}::uuid[])
      union
      select linked.id, linked.authority_id, linked.nhs_number, linked.superseded_by
      from own join subject linked on linked.authority_id = own.authority_id
        and (linked.nhs_number = own.superseded_by or linked.superseded_by = own.nhs_number
          or linked.superseded_by = own.superseded_by)
    )
    select subject.id as "subjectId", authority_id as "authorityId", authority.name as "authorityName",
      nhs_number as "nhsNumber", superseded_by as "supersededBy", family_name as "familyName",
      given_names as "givenNames", date_of_birth::text as "dateOfBirth",
      (select coalesce(json_agg(json_build_object('kind', kind, 'startOn', start_on, 'endOn', end_on, 'dueOn', due_on,
          'localId', local_id) order by start_on desc, kind), '[]')
        from plan where plan.subject_id in (select id from own) and deleted_on is null) as plans,
      (select json_agg(json_build_object('subjectId', id, 'nhsNumber', nhs_number, 'supersededBy', superseded_by))
        from own) as "sameChild"
    from subject join organisation authority on authority.id = authority_id
    where subject.id = ${subjectId}::uuid and authority_id = any (${authorityIds}::uuid[])`;

  const [row] = rows;
  if (row === undefined)
    throw new Refusal("not-found", "There is no such child among those of your authorities.");
  return withNumbers(ChildRow.parse(row));
}

function withNumbers({ sameChild, ...child }: ChildRow): FoundChild {
  const ownNumbers = [...new Set(sameChild.map(({ nhsNumber }) => nhsNumber))];
  const newer = sameChild.flatMap(({ supersededBy }) => supersededBy ?? []);
  return {
    child,
    subjectIds: sameChild.map(({ subjectId }) => subjectId),
    ownNumbers,
    newerNumber: newer.find((number) => !ownNumbers.includes(number)),
  };
}
