import { z } from "zod";
import type { Work } from "@/server/db/work";

/** The teams of which a check was asked for that is not done; for managers, of the teams that they see. */
export async function readChecksUnderWay({ tx }: Work): Promise<readonly string[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct duty_team_id as "teamId" from reach_check where reason = 'asked' and done_at is null`;
  return z
    .array(z.object({ teamId: z.uuid() }))
    .parse(rows)
    .map(({ teamId }) => teamId);
}
