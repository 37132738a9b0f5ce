import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { formatCount } from "@/server/vocabulary/format-count";

export interface FiguresVerdict {
  readonly level: "problem" | "fine" | "nothing";
  readonly line: string;
}

/**
 * Does it work? One line, the worst first, for a manager with three seconds. It promises nothing that whoever reads it cannot
 * know: an authority hears of look-ups that were told to it, and never of one that could not check. Pure.
 */
export function verdictOf({ total, measures }: Pick<FiguresRead, "total" | "measures">): FiguresVerdict {
  const { raised, taken, unreached, lookups } = total;
  const problems = [
    counted(unreached ?? 0, "alert reached nobody in time", "alerts reached nobody in time"),
    counted((raised ?? 0) - (taken ?? 0), "alert has not been taken", "alerts have not been taken"),
    counted(total["could-not-check"] ?? 0, "lookup could not check", "lookups could not check"),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) return { level: "problem", line: `Look closer: ${problems.join(", ")}.` };

  const isNone = lookups === 0 && raised === 0;
  if (!measures.includes("could-not-check")) return ofAuthority(isNone, raised ?? 0);
  if (isNone) return { level: "nothing", line: "Nothing was asked in this period." };
  return { level: "fine", line: "It works: every lookup was answered and every alert was taken." };
}

function ofAuthority(isNone: boolean, raised: number): FiguresVerdict {
  if (isNone) return { level: "nothing", line: "You were told of no lookup in this period." };
  if (raised === 0) return { level: "nothing", line: "No alert was raised in this period." };
  return { level: "fine", line: "Every alert was taken." };
}

function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
