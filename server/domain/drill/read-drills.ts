import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { listDrills, type ListedDrill } from "@/server/domain/drill/list-drills";
import { readHeartbeat } from "@/server/domain/drill/read-heartbeat";
import { sumUpDrills, type DrillSums } from "@/server/domain/drill/sum-up-drills";
import type { HeartbeatDay } from "@/server/domain/drill/silences";

/** How drills went, and whether the service's pushes to itself arrive. */
export interface Drills {
  readonly asAt: Date;
  /** The newest of a year, newest first. */
  readonly drills: readonly ListedDrill[];
  /** Of all of the year. */
  readonly sums: DrillSums;
  readonly heartbeat: readonly HeartbeatDay[];
}

const mostListed = 200;

/** Reads it, of one's own authorities or of all for an operator, and puts on record that it was read. */
export async function readDrills(work: Work): Promise<Drills> {
  const ofYear = await listDrills(work);
  const heartbeat = await readHeartbeat(work);
  await recordAudit(work, { action: "drill:read", outcome: "done" });
  return { asAt: work.now, drills: ofYear.slice(0, mostListed), sums: sumUpDrills(ofYear), heartbeat };
}
