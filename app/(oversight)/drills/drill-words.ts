import type { Drills } from "@/server/domain/drill/read-drills";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

const oldMilliseconds = 28 * 86_400_000;

interface DrillVerdict {
  readonly level: "bad" | "doubtful" | "fine";
  readonly line: string;
}

/** What the newest practice alert says, while it is new enough to say anything. Pure. */
export function verdictOf([newest]: Drills["drills"], now: Date): DrillVerdict {
  if (newest === undefined)
    return { level: "doubtful", line: "Nobody knows: no practice alert was run in the last year." };
  const on = formatLondonDate(londonDate(newest.raisedAt));
  if (now.getTime() - newest.raisedAt.getTime() > oldMilliseconds)
    return { level: "doubtful", line: `The newest practice alert is of ${on}: run one.` };
  return { level: newest.score.level, line: `${newest.score.words} (Practice of ${on}.)` };
}

/** "4 min 10 s", or a dash where there is nothing. */
export function waitInWords(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "–";
  return secondsInWords(Math.round(milliseconds / 1_000));
}

/** "45 s", "4 min 10 s" or "3 h 5 min". */
export function secondsInWords(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} s`;
  if (seconds < 3_600) return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
  return `${String(Math.floor(seconds / 3_600))} h ${String(Math.floor((seconds % 3_600) / 60))} min`;
}
