import { isLook } from "@/server/vocabulary/alert-event";
import type { Step } from "@/server/domain/chronology/chronology";
import { eventInWords } from "@/server/domain/chronology/event-in-words";
import type { AlertFact, EventFact, MessageFact } from "@/server/domain/chronology/facts";
import { isOfLadder, ladderInWords } from "@/server/domain/chronology/ladder-in-words";
import { lookStep } from "@/server/domain/chronology/look-step";
import { referralSteps } from "@/server/domain/chronology/referral-steps";
import type { OfAlert, Standing } from "@/server/domain/chronology/standing";

/** Everything that was said and done around one alert, oldest first; what was taken back is marked, never left out. */
export function stepsOfAlert(alert: AlertFact, told: OfAlert, standing: Standing): readonly Step[] {
  const ladder = ladderInWords(told.events);
  const steps: readonly Step[] = [
    ...told.looks.map((look) => retractedIf(standing.takenBack.has(look), lookStep(look))),
    ...(ladder ? [ladder] : []),
    ...told.events
      .filter((event) => !isToldElsewhere(event, told))
      .map((event) => {
        return retractedIf(isOfTakenBack(event, standing), stepOf(alert, event));
      }),
    ...told.messages.map((message) => messageStep(message, told)),
    ...told.referrals.flatMap(referralSteps),
  ].map((step) => retractedIf(standing.isRetracted, step));

  const verdicts = told.events.filter(isVerdict).map((event) => {
    return verdictStep(alert, inItsKind(event, told), standing);
  });
  return [...steps, ...verdicts].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** The looks, the ladder, the referrals and the verdicts have words of their own. */
function isToldElsewhere(event: EventFact, { looks, referrals }: OfAlert): boolean {
  if (isOfLadder(event) || isVerdict(event)) return true;
  if (isLook(event)) {
    return looks.some(({ lookupId }) => lookupId === event.lookupId);
  }
  return referrals.length > 0 && (event.kind === "referred" || event.kind === "decided");
}

/** What is taken back of a report was a mistake, and not a look at another child. */
function inItsKind(event: EventFact, { looks }: OfAlert): EventFact {
  const isReport = looks.some(({ missed, lookupId }) => missed !== null && lookupId === event.lookupId);
  return isReport && event.kind === "wrong-child" ? { ...event, kind: "taken-back" } : event;
}

/** What says of the entry itself whether it stands is never struck through with it. */
function isVerdict({ kind }: EventFact): boolean {
  return kind === "wrong-child" || kind === "closed" || kind === "reopened";
}

function isOfTakenBack({ lookupId }: EventFact, { takenBack }: Standing): boolean {
  return lookupId !== null && [...takenBack].some((look) => look.lookupId === lookupId);
}

function verdictStep(alert: AlertFact, event: EventFact, { isPositive }: Standing): Step {
  const isEvidence = isPositive && event.outcome === "sought-help-promptly";
  return { ...stepOf(alert, event), mark: isEvidence ? "positive" : "none" };
}

function stepOf({ raisedAt }: AlertFact, event: EventFact): Step {
  return { at: event.at, text: eventInWords(event, raisedAt), quote: event.detail, mark: "none" };
}

function messageStep({ at, personName, side, body }: MessageFact, { looks }: OfAlert): Step {
  const other = looks.some(({ missed }) => missed !== null) ? "for the clinic" : "for the crew";
  const text = `${personName}, ${side === "crew" ? other : "on duty"}, wrote:`;
  return { at, text, quote: body, mark: "none" };
}

function retractedIf(isRetracted: boolean, step: Step): Step {
  return isRetracted ? { ...step, mark: "retracted" } : step;
}
