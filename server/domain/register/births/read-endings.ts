import { z } from "zod";
import type { Work } from "@/server/db/work";
import { birthWindow } from "@/server/domain/register/births/birth-window";
import type { FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

/** A plan that now has an end, and the end date that it had before; null where it had none. */
export const Ending = z.object({ planId: z.uuid(), endBefore: z.string().nullable() });
export type Ending = Readonly<z.infer<typeof Ending>>;

/**
 * The ends of unborn children's plans that a delivery has just written: those that it set or changed, and those of
 * plans that it brought or changed otherwise, as a due date put right, while the plan of the mother would be shown.
 * The history in an authority's first list asks for nobody.
 */
export async function readEndings({ tx, now }: Work, feedId: FeedId): Promise<Ending[]> {
  const rows: unknown = await tx.$queryRaw`
    select plan_id as "planId", before ->> 'endOn' as "endBefore"
    from plan_change change join plan on plan.id = plan_id
    where change.feed_id = ${feedId}::uuid and plan.kind = 'unborn' and end_on is not null
      and (due_on + ${birthWindow.daysAfterDue}::int >= ${londonDate(now)}::date
        or change.kind <> 'added' and (before ->> 'endOn')::date is distinct from end_on)`;
  return z.array(Ending).parse(rows);
}
