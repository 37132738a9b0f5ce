import type { EventFact } from "@/server/domain/chronology/facts";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** What happened, in one sentence. A kind that this version does not know is named rather than left out. */
export function eventInWords(event: EventFact, raisedAt: Date): string {
  const sentence = sentences[event.kind];
  return sentence === undefined
    ? `Also on record: “${event.kind}”, ${whoOf(event)}.`
    : sentence(event, raisedAt);
}

/** A closing outcome in words; one that this version does not know as it stands. */
export function outcomeInWords(outcome: string | null): string {
  return outcomes[outcome ?? ""] ?? outcome ?? "no outcome on record";
}

/** How long after, as a person says it: "40 seconds", "4 minutes", "2 hours 5 minutes". */
function durationInWords(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  if (seconds < 60) return countOf(seconds, "second");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return countOf(minutes, "minute");
  const rest = minutes % 60;
  return [countOf(Math.floor(minutes / 60), "hour"), ...(rest > 0 ? [countOf(rest, "minute")] : [])].join(
    " ",
  );
}

type Sentence = (event: EventFact, raisedAt: Date) => string;

const sentences: Readonly<Record<string, Sentence>> = {
  acknowledged: (event, raisedAt) =>
    `Taken by ${whoOf(event)}, ${durationInWords(raisedAt, event.at)} after the alert was raised.`,
  declined: (event) => `${whoOf(event)} could not take it.`,
  offered: (event) => `${whoOf(event)} offered it to ${event.otherPersonName ?? "a colleague"}.`,
  accepted: (event) => `${whoOf(event)} took it over.`,
  promised: ({ dueAt, ...event }) =>
    `${whoOf(event)} promised to ring back${dueAt === null ? "" : ` by ${formatDateTime(dueAt)}`}.`,
  closed: (event) => `Closed by ${whoOf(event)}: ${lowerFirst(outcomeInWords(event.outcome))}.`,
  reopened: (event) => `Opened again by ${whoOf(event)}.`,
  "child-seen": (event) => `${whoOf(event)} saw the child.`,
  "not-there": (event) => `${whoOf(event)} said that the child was not there.`,
  worried: (event) => `${whoOf(event)} was worried about the child: told at once.`,
  "wrong-child": (event) => `${whoOf(event)} took a look back: it was about another child.`,
  "taken-back": (event) => `${whoOf(event)} took a report back: it was a mistake.`,
  born: (event) => `${whoOf(event)} said that the baby was born.`,
  reviewed: (event) => `Senior review, put on record by ${whoOf(event)}.`,
  departed: (event) => `${departures[event.outcome ?? ""] ?? "The child has left"}, said ${whoOf(event)}.`,
  summary: (event) => `Summary by ${whoOf(event)}.`,
  referred: (event) => `Referred by ${whoOf(event)}.`,
  decided: (event) => `Decided by ${whoOf(event)}.`,
};

const outcomes: Readonly<Record<string, string>> = {
  "sought-help-promptly": "Help was sought promptly",
  "no-concern": "No concern",
  "action-taken": "Action was taken",
  "wrong-child": "It was about another child",
  "could-not-reach": "Those who asked could not be reached",
};

const departures: Readonly<Record<string, string>> = {
  conveyed: "The child was taken to hospital",
  "left-at-home": "The child was left at home",
  discharged: "The child was discharged",
};

function whoOf({ personName }: Pick<EventFact, "personName">): string {
  return personName ?? "somebody";
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function countOf(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
}
