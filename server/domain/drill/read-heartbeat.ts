import { z } from "zod";
import type { Work } from "@/server/db/work";
import { silencesOf, type HeartbeatDay } from "@/server/domain/drill/silences";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

const heartbeatDays = 28;

const Row = z.object({
  day: z.string(),
  begun: z.number(),
  proven: z.number(),
  firstProvenAt: z.date().nullable(),
  lastProvenAt: z.date().nullable(),
  longestGapSeconds: z.number(),
});

/** The last 28 days of the service's own heartbeat, oldest first, as far back as it is on record. */
export async function readHeartbeat({ tx, now }: Work): Promise<readonly HeartbeatDay[]> {
  // One day more: a silence may have begun the day before.
  const rows: unknown = await tx.$queryRaw`
    select day::text, begun_count as begun, proven_count as proven, first_proven_at as "firstProvenAt",
      last_proven_at as "lastProvenAt", longest_gap_seconds as "longestGapSeconds"
    from proof_day where day >= ${addDays(londonDate(now), -heartbeatDays)}::date order by day`;
  return silencesOf({ days: z.array(Row).parse(rows), now }).slice(-heartbeatDays);
}
