import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { planKinds, planKindWords } from "@/server/vocabulary/plan-kind";

const Row = z.object({
  id: z.uuid(),
  nhs_number: z.string(),
  superseded_by: z.string().nullable(),
  family_name: z.string(),
  given_names: z.string(),
  date_of_birth: z.string(),
  local_id: z.string(),
  kind: z.enum(planKinds),
  start_date: z.string(),
  end_date: z.string().nullable(),
  delete_date: z.string().nullable(),
  due_date: z.string().nullable(),
  /** The newest list left it out; it stays in force all the same. */
  missing_from_list: z.boolean(),
});

/** A plan as the register has it, in the names of the list's columns. */
export type OwnPlan = Readonly<Omit<z.infer<typeof Row>, "kind"> & { readonly plan_type: string }>;

export interface OwnPlansQuestion {
  readonly authorityId: OrganisationId;
  /** Where the page before ended. */
  readonly after: string | undefined;
  readonly most: number;
  /** Only what was added or changed from then on; not said is everything. */
  readonly since: Date | undefined;
}

export interface OwnPlansPage {
  readonly plans: readonly OwnPlan[];
  /** Where the next page goes on; null on the last. */
  readonly next: string | null;
}

/** A change bears the time at which its list began to be applied, and is seen when that is done. */
const margin = "1 hour";

/**
 * What the register holds of one authority, deleted and ended plans too, page by page in an order that does not change:
 * a case system compares its own with it. Each page is on record.
 */
export async function listOwnPlans(work: Work, question: OwnPlansQuestion): Promise<OwnPlansPage> {
  const { authorityId, after, most } = question;
  const since = question.since ?? null;
  const found: unknown = await work.tx.$queryRaw`
    select p.id, s.nhs_number, s.superseded_by, s.family_name, s.given_names, s.date_of_birth::text as date_of_birth,
      p.local_id, p.kind, p.start_on::text as start_date, p.end_on::text as end_date, p.deleted_on::text as delete_date,
      p.due_on::text as due_date, p.missing_from_feed_id is not null as missing_from_list
    from plan p join subject s on s.id = p.subject_id
    where p.authority_id = ${authorityId}::uuid
      and (${after ?? null}::uuid is null or p.id > ${after ?? null}::uuid)
      and (${since}::timestamptz is null or exists (
        select from plan_change change where change.plan_id = p.id and change.changed_at >= ${since}::timestamptz - ${margin}::interval))
    order by p.id limit ${most + 1}`;
  const rows = z.array(Row).parse(found);
  const plans = rows.slice(0, most).map(inColumns);
  const next = rows.length > most ? (plans.at(-1)?.id ?? null) : null;

  await recordAudit(work, {
    action: "feed:read",
    outcome: "done",
    detail: `${String(plans.length)} plans of the register`,
    concerns: authorityId,
  });
  return { plans, next };
}

function inColumns({ kind, ...row }: z.infer<typeof Row>): OwnPlan {
  return { ...row, plan_type: planKindWords[kind].feedCode };
}
