import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { isSeen, seenChildren } from "@/server/domain/insight/seen-often";
import { SubjectId } from "@/server/vocabulary/ids";
import type { OftenKind } from "@/server/vocabulary/often-seen";
import { planKinds } from "@/server/vocabulary/plan-kind";

const OftenSeenChild = z.object({
  subjectId: SubjectId,
  /** The authority's own identifier of the child's newest plan. */
  localId: z.string(),
  planKind: z.enum(planKinds),
  times: z.number(),
  settings: z.number(),
  lastAt: z.date(),
});
export type OftenSeenChild = Readonly<z.infer<typeof OftenSeenChild>>;

export interface OftenSeenChildren {
  readonly asAt: Date;
  readonly kind: OftenKind;
  /** The most often seen first. */
  readonly children: readonly OftenSeenChild[];
}

/**
 * The children that a figure of those seen often counts, by the authority's own identifier and never by name or NHS number:
 * who a child is stands in its chronology, which is on record child by child. That the list was read is on record.
 */
export async function listOftenSeen(work: Work, kind: OftenKind): Promise<OftenSeenChildren> {
  const { tx, now, actor } = work;
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown = await tx.$queryRaw`
    with ${seenChildren(own, now)}
    select entry.id as "subjectId", local_id as "localId", entry.kind as "planKind", times, settings, last_at as "lastAt"
    from seen cross join lateral (
      select subject.id, plan.local_id, plan.kind
      from subject join plan on plan.subject_id = subject.id
      where subject.nhs_number = seen.nhs_number and subject.authority_id = any (${own}::uuid[])
        and plan.deleted_on is null
      order by plan.end_on is null desc, plan.start_on desc, plan.id limit 1) entry
    where ${isSeen[kind]}
    order by times desc, settings desc, last_at desc, entry.id`;
  const children = z.array(OftenSeenChild).parse(rows);
  await recordAudit(work, {
    action: "insight:read-children",
    outcome: "done",
    detail: `${kind}: ${String(children.length)}`,
  });
  return { asAt: now, kind, children };
}
