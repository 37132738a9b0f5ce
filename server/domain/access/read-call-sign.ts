import { z } from "zod";
import type { Work } from "@/server/db/work";
import { callSignHours } from "@/server/vocabulary/call-sign";

/** On which vehicle the person said that they are, as long as it holds; null where on none. */
export async function readCallSign({ tx, actor, now }: Work): Promise<string | null> {
  if (actor.kind !== "person") return null;
  // Who signs in again after a pause is on the same vehicle; who signs out is on none.
  const rows: unknown = await tx.$queryRaw`
    select call_sign as "callSign" from crew_call_sign join session on session.id = crew_call_sign.session_id
    where crew_call_sign.person_id = ${actor.personId}::uuid
      and crew_call_sign.organisation_id = ${actor.organisationId}::uuid
      and left_at is null and since > ${now}::timestamptz - make_interval(hours => ${callSignHours})
      and (ended_at is null or ended_by = 'replaced')`;
  const [row] = z.array(z.object({ callSign: z.string() })).parse(rows);
  return row?.callSign ?? null;
}
