import type { AlertProgress } from "@/server/domain/alert/alert-progress";
import type { AlertKind } from "@/server/vocabulary/alert-kind";
import { alertOutcomes, alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

/** What is true of an alert now, in one plain line for whoever told of the child, and what to do if nobody comes. Pure. */
export function crewLine(
  progress: AlertProgress,
  { number, kind }: { readonly number: string | undefined; readonly kind: AlertKind },
): string {
  const { deferredUntil } = progress;
  const ring = `Ring ${number ?? "the authority"}.`;
  return deferredUntil
    ? `Not urgent: the office is told when it opens, ${formatDateTime(deferredUntil)}. Worried now? ${ring}`
    : stageLine(progress, { ring, mistake: mistakes[kind] });
}

interface Words {
  readonly ring: string;
  /** Why it was withdrawn. */
  readonly mistake: string;
}

function stageLine(progress: AlertProgress, { ring, mistake }: Words): string {
  const { stage, openedAt, shownAt, withdrawnAt } = progress;

  switch (stage) {
    case "closed":
      return closedLine(progress);
    case "taken":
      return takenLine(progress);
    case "withdrawn":
      return `You withdrew it${at(withdrawnAt)}: ${mistake}. Both stay on record.`;
    case "unreached":
      return `Nobody has taken it. ${ring}`;
    case "opened":
      return `Opened on the duty phone${at(openedAt)}. Nobody has taken it yet.`;
    case "shown":
      return `Shown on the duty phone${at(shownAt)}.`;
    case "notified":
      return sentLine(progress, ring);
    case "raised":
      return "Finding out who is on call.";
  }
}

const mistakes = {
  "look-up": "wrong child",
  "was-not-brought": "reported by mistake",
} as const satisfies Record<AlertKind, string>;

/** What a look from a new setting has changed of an alert that was there already; empty for every other. Pure. */
export function newSettingLine({ stage }: AlertProgress, look: string | undefined): string {
  if (look !== "new-setting" || stage === "closed" || stage === "withdrawn") return "";
  return " The duty team is told that the child is with you now.";
}

function sentLine({ isNotShown }: AlertProgress, ring: string): string {
  return isNotShown
    ? `Sent to the person on call, and no phone has shown it. ${ring}`
    : "Sent to the person on call. Their phone has not shown it yet.";
}

function takenLine({ heldSince, takenBy, promisedFor }: AlertProgress): string {
  const taken = `Taken by ${takenBy ?? "the duty team"}${at(heldSince)}.`;
  return promisedFor ? `${taken} They ring you back by ${formatTime(promisedFor)}.` : taken;
}

function closedLine({ takenBy, closedAt, outcome }: AlertProgress): string {
  const known = alertOutcomes.find((one) => one === outcome);
  const how = known === undefined ? "" : `: ${alertOutcomeWords[known].toLowerCase()}`;
  return `Closed by ${takenBy ?? "the duty team"}${at(closedAt)}${how}.`;
}

function at(instant: Date | undefined): string {
  return instant === undefined ? "" : ` at ${formatTime(instant)}`;
}
