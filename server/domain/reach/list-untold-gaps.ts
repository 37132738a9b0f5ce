import { z } from "zod";
import type { Work } from "@/server/db/work";

const UntoldGaps = z.object({
  authorityId: z.uuid(),
  authorityName: z.string(),
  /** How many people who may not be reachable, and hours in which nobody is first on call. */
  gaps: z.number(),
  foundAt: z.date(),
  officeNumber: z.string(),
  emergencyNumber: z.string(),
});
/** An authority with gaps in its rota of which none of its managers could be told. */
export type UntoldGaps = Readonly<z.infer<typeof UntoldGaps>>;

/**
 * The authorities of whose gaps operators were told in the last day, the newest first, with the numbers to ring; an
 * operator's alone (row-level security shows nobody else those checks).
 */
export async function listUntoldGaps({ tx, now }: Work): Promise<UntoldGaps[]> {
  const rows: unknown = await tx.$queryRaw`
    select * from (
      select distinct on (served.authority_id) served.authority_id as "authorityId", authority.name as "authorityName",
        checked.gaps, done_at as "foundAt", office_number as "officeNumber", emergency_number as "emergencyNumber"
      from reach_check checked join duty_team_authority served using (duty_team_id)
        join organisation authority on authority.id = served.authority_id
        join authority_contact contact on contact.authority_id = served.authority_id
      where operators_told > 0 and done_at > ${now}::timestamptz - interval '1 day'
      order by served.authority_id, done_at desc, checked.id desc
    ) newest order by "foundAt" desc, "authorityName"`;
  return z.array(UntoldGaps).parse(rows);
}
