import type { Step } from "@/server/domain/chronology/chronology";
import type { EventFact } from "@/server/domain/chronology/facts";
import { formatDateTime } from "@/server/vocabulary/london-time";

const mechanics = new Set([
  "notified",
  "nobody-on-call",
  "nobody-reachable",
  "shown",
  "opened",
  "escalated",
  "unreached",
  "notice-failed",
  "not-shown",
  "alarmed",
  "nobody-alarmed",
  "deferred",
]);

/** Whether this is about how the alert found somebody rather than about the child. */
export function isOfLadder({ kind }: Pick<EventFact, "kind">): boolean {
  return mechanics.has(kind);
}

/** How an alert found somebody, folded into one sentence; nothing where nobody was looked for. */
export function ladderInWords(events: readonly EventFact[]): Step | undefined {
  const [first] = events.filter(isOfLadder);
  if (first === undefined) return undefined;
  return { at: first.at, text: `${sentPart(events)}${troubles(events)}.`, quote: null, mark: "none" };
}

function sentPart(events: readonly EventFact[]): string {
  const told = events.filter(({ kind }) => kind === "notified" || kind === "alarmed");
  const names = [...new Set(told.map(({ personName }) => personName ?? "somebody"))];
  if (events.filter(isOfLadder).every(({ kind }) => kind === "deferred"))
    return "Nobody was told before the office opened";
  return names.length === 0
    ? "There was nobody to whom the alert could be sent"
    : `The alert was sent to ${listOf(names)}`;
}

function troubles(events: readonly EventFact[]): string {
  const timesOf = (...kinds: readonly string[]) => events.filter(({ kind }) => kinds.includes(kind)).length;
  const nobody = timesOf("nobody-on-call", "nobody-reachable", "nobody-alarmed");
  const failed = timesOf("notice-failed", "not-shown");
  const passedOn = timesOf("escalated");
  const unreached = events.find(({ kind }) => kind === "unreached");
  const isMoreThanRest = events.some((event) => isOfLadder(event) && event.kind !== "deferred");
  const rests = isMoreThanRest ? timesOf("deferred") : 0;

  return [
    ...(rests > 0 ? [`it waited until the office opened ${inTimes(rests)}`] : []),
    ...(nobody > 0
      ? [`there was nobody to tell on ${nobody === 1 ? "1 rung" : `${String(nobody)} rungs`}`]
      : []),
    ...(failed > 0 ? [`a phone did not show it ${inTimes(failed)}`] : []),
    ...(passedOn > 0 ? [`it was passed on ${inTimes(passedOn)}`] : []),
    ...(unreached
      ? [`nobody had taken it by ${formatDateTime(unreached.at)} and the crew was told to ring`]
      : []),
  ]
    .map((part) => `; ${part}`)
    .join("");
}

function inTimes(count: number): string {
  return count === 1 ? "once" : `${String(count)} times`;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
