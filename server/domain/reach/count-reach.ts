import { z } from "zod";
import type { Work } from "@/server/db/work";
import { reachabilityOf, type ReachSettings } from "@/server/domain/reach/reachability";
import { readDevices } from "@/server/domain/reach/read-devices";
import { readRota } from "@/server/domain/rota/read-rota";
import type { ReachLevel } from "@/server/vocabulary/reach";

export type ReachCounts = Readonly<Record<ReachLevel, number>>;

/** How many of the people who are on call at this moment, anywhere, can be reached; names nobody. */
export async function countReach(work: Work, settings: ReachSettings): Promise<ReachCounts> {
  const rows: unknown = await work.tx.$queryRaw`
    select distinct duty_team_id as "teamId" from duty_team_authority`;
  const teamIds = z
    .array(z.object({ teamId: z.uuid() }))
    .parse(rows)
    .map(({ teamId }) => teamId);
  const to = new Date(work.now.getTime() + 1);
  const onCall = await readRota(work, { teamIds, from: work.now, to });
  const devices = await readDevices(work, [...new Set(onCall.map(({ personId }) => personId))]);

  const counts = { reachable: 0, doubtful: 0, unreachable: 0 };
  for (const own of devices.values()) counts[reachabilityOf(own, settings, work.now).level] += 1;
  return counts;
}
