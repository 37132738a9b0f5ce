import { stateWords, type TileState } from "@/server/vocabulary/tonight-state";

/** A fact of tonight in words, for somebody who has never seen the page. */
export interface TonightDefinition {
  readonly name: string;
  readonly words: string;
  /** When it has to be put right before tonight can be trusted; empty where it never has. */
  readonly bad: string;
  /** When it is to be looked at; empty where it never is. */
  readonly doubtful: string;
}

/** Every figure of the page on tonight. docs/measures.md has the same, and a test sees to it. */
export const tonightDefinitions = {
  first: {
    name: "First on call now",
    words:
      "Whom the first rung tells at this moment, by the rules by which alerts ring; while a shift is handed over, both sides. Beside each name stands whether an alert would reach them, as the newest check of the rota found; after 26 hours they count as not checked; and when that was, with when something was last proven to have been shown there.",
    bad: "Nobody is, or nobody who is can be reached.",
    doubtful:
      "Of nobody is it sure: the newest check doubts it, or none of the last 26 hours has looked. Or one of several cannot be reached.",
  },
  behind: {
    name: "On the rungs behind",
    words:
      "Whom the later rungs would tell besides at this moment, each person once, and how many of them an alert would reach.",
    bad: "",
    doubtful: "Nobody is, or the newest check says of each that they cannot be reached, or perhaps.",
  },
  next: {
    name: "On call next",
    words:
      "When others come to be first on call in the next 14 days, and who. The overlap of a handover is left out.",
    bad: "Within 24 hours nobody, or nobody who by the newest check can be reached.",
    doubtful:
      "The same, later; or the newest check says that whoever comes may not be reached, or one of several cannot.",
  },
  gaps: {
    name: "Gaps in 14 days",
    words:
      "Times in the next 14 days that are a team’s and in which nobody is first on call, one of this moment included; each is one, however long. A first rung that tells somebody at all hours has none.",
    bad: "One begins within 24 hours.",
    doubtful: "One begins later.",
  },
  waiting: {
    name: "Alerts that wait",
    words:
      "Alerts of the last 28 days that nobody has taken, and older ones that still climb. A missed appointment waits from when the office opens, unless somebody is worried now. Practice alerts do not count.",
    bad: "The oldest waits longer than the first rung has.",
    doubtful: "",
  },
  oldest: {
    name: "The oldest of them",
    words:
      "Since when the alert that has waited longest waits: since it was raised, or since the office opened.",
    bad: "",
    doubtful: "",
  },
  unreached: {
    name: "Reached nobody",
    words: "Of the alerts that wait, those whose ladder was tried to its end.",
    bad: "There is one.",
    doubtful: "",
  },
  list: {
    name: "Own list",
    words: "The sequence number of the newest list that was loaded, and its age in calendar days of London.",
    bad: "None was ever loaded, or the newest is older than 48 hours, as everywhere.",
    doubtful: "Sequence numbers were skipped before the newest.",
  },
  proof: {
    name: "The service’s own proof",
    words:
      "How long ago a push arrived that the service sends to itself every minute, by the way that leads to a phone.",
    bad: "None has arrived for more than three minutes.",
    doubtful: "",
  },
  vendors: {
    name: "Push services, the last hour",
    words:
      "Of the pushes, text messages and e-mails of the whole service in the last hour, how many failed, by who carries them: refused, put off or not answered. Those that still wait for an answer are left out, and a phone that is gone is no failure.",
    bad: "More than a tenth of at least five failed.",
    doubtful: "",
  },
  removal: {
    name: "Last ran",
    words: "When the nightly removal of what is older than its period last began.",
    bad: "",
    doubtful: "It has not begun for two days, or goes on for so long.",
  },
  removed: {
    name: "Removed by it",
    words: "Rows of every kind together that the last removal took, or the one under way so far.",
    bad: "",
    doubtful: "",
  },
} as const satisfies Record<string, TonightDefinition>;
export type TonightFact = keyof typeof tonightDefinitions;

/** What the states of authorities mean, which an operator sees and which are counted at the top. */
export const stateDefinitions = {
  bad: {
    name: stateWords.bad,
    words: "At least one thing has to be put right before tonight can be trusted there.",
  },
  doubtful: {
    name: stateWords.doubtful,
    words: "Nothing has to be put right, and at least one thing is to be looked at.",
  },
  fine: { name: stateWords.fine, words: "Nothing is wrong." },
  "not-live": { name: stateWords["not-live"], words: "Has sent no list, and has nobody on a rota." },
} as const satisfies Record<TileState, { readonly name: string; readonly words: string }>;
