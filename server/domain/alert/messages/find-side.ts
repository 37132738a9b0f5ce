import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export type Side = "crew" | "duty";

const Sides = z.object({ isDuty: z.boolean(), isCrew: z.boolean() });

/**
 * On which side of an alert the person stands: their authority's, or that of those who asked themselves. Refuses: not
 * found (neither).
 */
export async function findSide({ tx, actor }: Work, alertId: AlertId): Promise<Side> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id = any (${actor.authorityIds}::uuid[]) as "isDuty", exists (
      select 1 from alert_event event join lookup on lookup.id = event.lookup_id
      where event.alert_id = alert.id and lantern_is_look(event.kind)
        and lookup.person_id = ${actor.personId}::uuid) as "isCrew"
    from alert where id = ${alertId}::uuid`;
  const sides = Sides.optional().parse(rows[0]);
  if (sides?.isDuty) return "duty";
  if (sides?.isCrew) return "crew";
  throw new Refusal("not-found", "There is no such alert among yours.");
}
