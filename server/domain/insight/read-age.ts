import { z } from "zod";
import type { Work } from "@/server/db/work";

/** Figures are counted every 20 seconds: at this age something keeps the worker from it. */
const behindMilliseconds = 5 * 60 * 1_000;

const State = z.object({ counted_at: z.date() });

/** How old figures are. */
export interface FiguresAge {
  /** Everything that was on record then is counted; undefined where nothing ever was. */
  readonly countedAt: Date | undefined;
  /** Whether that is longer ago than usual. */
  readonly isBehind: boolean;
}

/** As at when all figures are. Read before them: they may be newer, never older, than what it says. */
export async function readAge({ tx, now }: Work): Promise<FiguresAge> {
  const rows: unknown[] = await tx.$queryRaw`select counted_at from figures_state`;
  return ageOf(rows[0] === undefined ? undefined : State.parse(rows[0]).counted_at, now);
}

/** How old figures are at an instant that were counted then; undefined where nothing ever was. Pure. */
export function ageOf(countedAt: Date | undefined, now: Date): FiguresAge {
  const isBehind = countedAt === undefined || now.getTime() - countedAt.getTime() > behindMilliseconds;
  return { countedAt, isBehind };
}
