import { existsSync, readFileSync } from "node:fs";

const path = "/proc/stat";

/** What this machine's processors did since it was started, in ticks, as Linux tells it; undefined where nobody does. */
export interface ProcessorTime {
  readonly all: number;
  /** Other machines on the same host had the processor. */
  readonly stolen: number;
  /** Nothing was done but to wait for the disk. */
  readonly disk: number;
}

export function processorTime(): ProcessorTime | undefined {
  if (!existsSync(path)) return undefined;
  const [, ...ticks] = (readFileSync(path, "utf8").split("\n")[0] ?? "").split(/\s+/).map(Number);
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted among users already.
  const counted = ticks.slice(0, 8);
  return {
    all: counted.reduce((sum, one) => sum + one, 0),
    stolen: counted[7] ?? 0,
    disk: counted[4] ?? 0,
  };
}

/** How much of the time since then was stolen, and how much went in waiting for the disk, in hundredths. */
export function lostSince(before: ProcessorTime | undefined): string {
  const after = processorTime();
  if (before === undefined || after === undefined) return "not known";
  const hundredths = (of: "stolen" | "disk") =>
    String(Math.round(((after[of] - before[of]) * 100) / (after.all - before.all)));
  return `${hundredths("stolen")} / ${hundredths("disk")}`;
}
