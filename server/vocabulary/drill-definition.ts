import type { TileState } from "@/server/vocabulary/tonight-state";

interface ScoreDefinition {
  /** As the score begins; n stands for a number. */
  readonly name: string;
  readonly level: Exclude<TileState, "not-live">;
  readonly words: string;
}

/** How a practice alert can go, and when it is said so. docs/measures.md has the same, and a test sees to it. */
export const scoreDefinitions = [
  {
    name: "Whoever was first on call took it",
    level: "fine",
    words: "Taken before a second rung was told.",
  },
  {
    name: "It had to climb to rung n",
    level: "doubtful",
    words: "Taken later, before the ladder had ended.",
  },
  {
    name: "The whole ladder was climbed in vain",
    level: "bad",
    words: "Taken after it had ended.",
  },
  {
    name: "A phone showed it, and nobody took it",
    level: "bad",
    words: "Not taken, and the ladder has ended or an hour is over.",
  },
  {
    name: "Nobody took it, and no phone showed it",
    level: "bad",
    words: "The same, and no push of it was shown.",
  },
  {
    name: "Nobody was on call who could be told",
    level: "bad",
    words: "Nobody was told.",
  },
  {
    name: "It is under way",
    level: "doubtful",
    words: "Younger than an hour, and still climbing.",
  },
] as const satisfies readonly ScoreDefinition[];

/** What is counted of practice alerts. */
export const drillDefinitions = {
  "first-rung": {
    name: "Taken on the first rung",
    words: "Practice alerts that somebody took before a second rung was told.",
  },
  half: {
    name: "Half were taken within",
    words: "From raised to taken, of those that anybody took, however late.",
  },
  newest: {
    name: "The newest",
    words: "When a practice alert was last run. Once in four weeks keeps a rota honest.",
  },
  rungs: {
    name: "Climbed to",
    words: "The highest rung of the ladder that was told. No rung where nobody is on any.",
  },
  taken: {
    name: "Taken",
    words: "From raised until somebody of the duty team first said that they have it.",
  },
} as const satisfies Record<string, { readonly name: string; readonly words: string }>;

/** What is counted of a London day of the service's own heartbeat. */
export const heartbeatDefinitions = {
  begun: {
    name: "Sent",
    words: "Pushes of the service to itself that began on that London day; one a minute is meant.",
  },
  proven: {
    name: "Arrived",
    words:
      "Those of them that came in, whenever; rounded down. The one of this minute may still be on its way.",
  },
  silence: {
    name: "Longest silence",
    words:
      "The longest time without an arrival that was going on in the day, from the last arrival before, up to the end of the day, or to now. Over midnight: by then in the first day, and whole in the second. More than three minutes is a fault of the service, and not of a rota.",
  },
} as const satisfies Record<string, { readonly name: string; readonly words: string }>;
