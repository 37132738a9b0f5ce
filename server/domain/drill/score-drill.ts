/** What is on record of a drill. */
export interface DrillFacts {
  readonly raisedAt: Date;
  readonly shownAt: Date | null;
  readonly takenAt: Date | null;
  /** When its ladder had been climbed to the end for the first time. */
  readonly unreachedAt: Date | null;
  /** The highest rung that was told; 0 where none was. */
  readonly rungs: number;
  /** Somebody was told. */
  readonly isTold: boolean;
}

export type DrillOutcome = "first-rung" | "climbed" | "too-late" | "not-taken" | "nobody-told" | "under-way";

export interface DrillScore {
  readonly outcome: DrillOutcome;
  readonly level: "bad" | "doubtful" | "fine";
  /** How it went. */
  readonly words: string;
  /** What to do about it; empty where it went well. */
  readonly todo: string;
}

/** A drill that nobody has taken after so long is over, whatever its ladder still does. */
const underWayMilliseconds = 3_600_000;

/** How a drill went, in words. Pure. */
export function scoreDrill(drill: DrillFacts, now: Date): DrillScore {
  const { takenAt, unreachedAt, raisedAt } = drill;
  if (takenAt !== null) return scoreTaken(drill, takenAt);
  if (unreachedAt === null && now.getTime() - raisedAt.getTime() < underWayMilliseconds)
    return {
      outcome: "under-way",
      level: "doubtful",
      words: "It is under way.",
      todo: "Look again in some minutes.",
    };
  return scoreMissed(drill);
}

function scoreTaken({ unreachedAt, rungs }: DrillFacts, takenAt: Date): DrillScore {
  if (unreachedAt !== null && unreachedAt <= takenAt)
    return {
      outcome: "too-late",
      level: "bad",
      words: "The whole ladder was climbed in vain; somebody took it later.",
      todo: "Ask those who were on call why they did not see it, and look who can be reached.",
    };
  if (rungs > 1)
    return {
      outcome: "climbed",
      level: "doubtful",
      words: `It had to climb to rung ${String(rungs)} before somebody took it.`,
      todo: "Ask whoever was first on call why they did not take it.",
    };
  return { outcome: "first-rung", level: "fine", words: "Whoever was first on call took it.", todo: "" };
}

function scoreMissed({ isTold, shownAt }: DrillFacts): DrillScore {
  if (!isTold)
    return {
      outcome: "nobody-told",
      level: "bad",
      words: "Nobody was on call who could be told.",
      todo: "Put somebody on the rota.",
    };
  return {
    outcome: "not-taken",
    level: "bad",
    ...(shownAt === null
      ? { words: "Nobody took it, and no phone showed it.", todo: "Look who can be reached, and why not." }
      : { words: "A phone showed it, and nobody took it.", todo: "Ask those who were on call why." }),
  };
}
