import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recentCalls, type CardLife } from "@/server/domain/incident/recent-calls";

/**
 * Whether the person is on a call of which their phone still shows somebody: so that the page keeps a place for it before
 * the call is read. Says nothing of any child.
 */
export async function isOnCallOut({ actor, tx, now }: Work, life: CardLife): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const rows = await tx.$queryRaw`
    ${recentCalls(actor, now, life)}
    select exists (
      select from recent join incident on incident.id = recent.incident_id
      where ended_at is null and organisation_id = ${actor.organisationId}::uuid
    ) as "isOn"`;
  return z.tuple([z.object({ isOn: z.boolean() })]).parse(rows)[0].isOn;
}
