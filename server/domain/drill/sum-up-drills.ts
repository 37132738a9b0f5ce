import type { ListedDrill } from "@/server/domain/drill/list-drills";

/** How practice alerts went, together. */
export interface DrillSums {
  /** All there were. */
  readonly count: number;
  readonly firstRung: number;
  readonly taken: number;
  /** Within which half of those that were taken were; undefined where none was. */
  readonly halfTakenMilliseconds: number | undefined;
}

type Drill = Pick<ListedDrill, "raisedAt" | "takenAt" | "score">;

/** Sums them up, for the page and its file alike. Pure. */
export function sumUpDrills(drills: readonly Drill[]): DrillSums {
  const waits = drills
    .flatMap((drill) => millisecondsToTaken(drill) ?? [])
    .toSorted((one, other) => one - other);
  return {
    count: drills.length,
    firstRung: drills.filter(({ score }) => score.outcome === "first-rung").length,
    taken: waits.length,
    halfTakenMilliseconds: waits[Math.ceil(waits.length / 2) - 1],
  };
}

/** From raised to taken; undefined where nobody has taken it. */
export function millisecondsToTaken({
  raisedAt,
  takenAt,
}: Pick<Drill, "raisedAt" | "takenAt">): number | undefined {
  return takenAt === null ? undefined : takenAt.getTime() - raisedAt.getTime();
}
