import { outcomeInWords } from "@/server/domain/chronology/event-in-words";
import type { EventFact, Facts, LookFact } from "@/server/domain/chronology/facts";

/** What belongs to one alert. */
export type OfAlert = Omit<Facts, "alerts">;

/** Whether an alert stands, and as what. */
export interface Standing {
  readonly takenBack: ReadonlySet<LookFact>;
  /** It was about another child, or a mistake: all its looks were taken back, or it was closed as such. */
  readonly isRetracted: boolean;
  /** Why, in words; empty where it stands. */
  readonly retraction: string;
  readonly isPositive: boolean;
  readonly conclusion: string;
}

/**
 * What an alert counts for now: the last closing does, unless it was opened again since. Evidence for the family is
 * what was closed as *sought help promptly* and not taken back.
 */
export function standingOf(told: OfAlert): Standing {
  const outcome = outcomeOf(told.events);
  const takenBack = looksTakenBack(told);
  const isAllTakenBack = told.looks.length > 0 && takenBack.size === told.looks.length;
  const isRetracted = isAllTakenBack || outcome === "wrong-child";

  return {
    takenBack,
    isRetracted,
    retraction: isRetracted ? retractionOf(told, outcome) : "",
    isPositive: outcome === "sought-help-promptly" && !isRetracted,
    conclusion: conclusionOf(told.events, outcome),
  };
}

function retractionOf({ looks }: OfAlert, outcome: string | undefined): string {
  const isReport = looks.some(({ missed }) => missed !== null);
  return isReport && outcome !== "wrong-child"
    ? "this was reported by mistake"
    : "this was about another child";
}

function outcomeOf(events: readonly EventFact[]): string | undefined {
  const last = events.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  return last?.kind === "closed" ? (last.outcome ?? "") : undefined;
}

/** A retraction that names no look is of all that came before it. */
function looksTakenBack({ looks, events }: OfAlert): ReadonlySet<LookFact> {
  const retractions = events.filter(({ kind }) => kind === "wrong-child");
  const isTakenBack = (look: LookFact) =>
    retractions.some(({ lookupId, at }) => (lookupId === null ? look.at <= at : look.lookupId === lookupId));
  return new Set(looks.filter(isTakenBack));
}

function conclusionOf(events: readonly EventFact[], outcome: string | undefined): string {
  if (outcome !== undefined) return `Closed: ${outcomeInWords(outcome)}.`;
  const isTaken = events.some(({ kind }) => kind === "acknowledged");
  return isTaken ? "Taken, and not closed yet." : "Nobody has taken this alert yet.";
}
