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
 * The authorities of whose gaps operators were told in the last day and which had gaps at the newest look still, the
 * newest first, with the numbers to ring.
 */
export async function listUntoldGaps({ tx, now }: Work): Promise<UntoldGaps[]> {
  const rows: unknown = await tx.$queryRaw`
    with newest as (
      select distinct on (duty_team_id) duty_team_id, gaps, done_at,
        max(operators_told) over (partition by duty_team_id) as operators_told
      from reach_check where done_at > ${now}::timestamptz - interval '1 day'
      order by duty_team_id, done_at desc, id desc
    )
    select authority.id as "authorityId", authority.name as "authorityName", max(gaps) as gaps,
      max(done_at) as "foundAt", office_number as "officeNumber", emergency_number as "emergencyNumber"
    from newest join duty_team_authority served using (duty_team_id)
      join organisation authority on authority.id = served.authority_id
      join authority_contact contact on contact.authority_id = served.authority_id
    where gaps > 0 and operators_told > 0
    group by authority.id, authority.name, office_number, emergency_number
    order by "foundAt" desc, "authorityName"`;
  return z.array(UntoldGaps).parse(rows);
}
