import type { Work } from "@/server/db/work";
import { reachabilityOf, type ReachSettings } from "@/server/domain/reach/reachability";
import { reachInWords, type ReachWords } from "@/server/domain/reach/reach-in-words";
import { readDevices } from "@/server/domain/reach/read-devices";
import { personOf } from "@/server/domain/rota/write-changes";
import type { ReachLevel } from "@/server/vocabulary/reach";

export interface OwnReach {
  readonly level: ReachLevel;
  /** What is missing, the most urgent first. */
  readonly missing: readonly ReachWords[];
  readonly lastProvenAt: Date | null;
}

/** Whether an alert would reach the person who asks, at this moment, and what is missing. */
export async function ownReach(work: Work, settings: ReachSettings): Promise<OwnReach> {
  const me = personOf(work);
  const devices = await readDevices(work, [me]);
  const { level, reasons, lastProvenAt } = reachabilityOf(devices.get(me) ?? [], settings, work.now);
  return { level, lastProvenAt, missing: reasons.map((reason) => reachInWords(reason, work.now)) };
}
