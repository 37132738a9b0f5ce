import type { Asked } from "@/app/(crew)/check/use-question";
import type { AnswerKind } from "@/server/vocabulary/answer";
import type { IncidentId, LookupId } from "@/server/vocabulary/ids";
import { freshIncidentId } from "@/server/vocabulary/fresh-id";
import type { Incident } from "@/server/vocabulary/asked-incident";
import type { AgeGuess } from "@/server/vocabulary/incident";
import type { ResultCard } from "@/server/vocabulary/result-card";

/** A question as it was sent: asked again under the same id, it is one question. */
export interface Sent {
  readonly asked: Asked;
  readonly requestId: string;
}

/** One child of a call and what was answered; everything about it comes from one answer. */
export interface CallChild {
  readonly nhsNumber: string;
  readonly answer: AnswerKind;
  readonly clearsAt: Date;
  /** Of an answer that is on record. */
  readonly lookupId?: LookupId;
  /** What to ask again where there is no answer. */
  readonly sent?: Sent;
  /** The card while the phone has it; after a reload it is read again when it is wanted. */
  readonly card?: ResultCard;
}

export interface UnidentifiedOnCall {
  readonly count: number;
  readonly ageGuess: AgeGuess;
  readonly clearsAt: Date;
}

/** The call that a crew is on, in the memory of the phone and nowhere else. */
export interface CallState {
  readonly incidentId: IncidentId;
  readonly callNumber: string | undefined;
  /** When the service says that it began; undefined before the first answer. */
  readonly openedAt: Date | undefined;
  /** Something was sent under its id, so it is not exchanged for what the service remembers. */
  readonly isUsed: boolean;
  readonly children: readonly CallChild[];
  readonly unidentified: UnidentifiedOnCall | undefined;
  /** The call before was over: this one began by itself. */
  readonly hasBegunAnew: boolean;
}

/** What the service remembers of the call that the person is on. */
export interface RememberedCall extends Incident {
  readonly children: readonly Remembered<CallChild>[];
  readonly unidentified: Remembered<UnidentifiedOnCall> | null;
}

/** The service says how much longer something may be shown; when that is by this phone's clock, only the phone can say. */
type Remembered<Shown extends { readonly clearsAt: Date }> = Omit<Shown, "clearsAt"> & {
  readonly clearsInMs: number;
};

export type CallNews =
  | { readonly kind: "sent" }
  | { readonly kind: "answered"; readonly sent: Sent; readonly card: ResultCard; readonly now: Date }
  | { readonly kind: "not-checked"; readonly sent: Sent; readonly clearsAt: Date }
  | { readonly kind: "opened"; readonly card: ResultCard; readonly now: Date }
  | {
      readonly kind: "unidentified";
      readonly asked: IncidentId;
      readonly incident: Incident;
      readonly said: UnidentifiedOnCall;
    }
  | { readonly kind: "remembered"; readonly call: RememberedCall; readonly now: Date }
  | { readonly kind: "numbered"; readonly callNumber: string | undefined }
  | { readonly kind: "time-passed"; readonly now: Date }
  | { readonly kind: "locked" }
  | { readonly kind: "another-call" };

/** A call of which nothing is known yet, or the one to which a card belongs. */
export function beginCall(card?: ResultCard, now = new Date()): CallState {
  const begun = {
    incidentId: freshIncidentId(),
    callNumber: undefined,
    openedAt: undefined,
    isUsed: false,
    children: [],
    unidentified: undefined,
    hasBegunAnew: false,
  };
  return card?.incident ? withChild(adopt(begun, card.incident), childOf(card, now)) : begun;
}

/**
 * The call after some news. Pure but for the id of a new call. An answer that comes late, to a question of a call that
 * the crew has left, is no child of the call that they are on now.
 */
export function afterNews(call: CallState, news: CallNews): CallState {
  if (isAnswered(news)) return afterAnswer(call, news);
  switch (news.kind) {
    case "sent":
      return { ...call, isUsed: true };
    case "numbered":
      return withNumber(call, news.callNumber);
    case "remembered":
      return remember(call, news.call, news.now);
    case "time-passed":
      return clear(call, news.now);
    case "locked":
      // A locked phone shows no child, and the call goes on.
      return { ...call, children: [], unidentified: undefined };
    case "another-call":
      return beginCall();
  }
}

const answeredKinds = ["answered", "opened", "not-checked", "unidentified"] as const;
type Answered = Extract<CallNews, { kind: (typeof answeredKinds)[number] }>;

function isAnswered(news: CallNews): news is Answered {
  return answeredKinds.some((kind) => kind === news.kind);
}

function afterAnswer(call: CallState, news: Answered): CallState {
  switch (news.kind) {
    case "opened":
      return { ...call, children: call.children.map((child) => openedWith(child, news.card, news.now)) };
    case "unidentified":
      return news.asked === call.incidentId
        ? { ...adopt(call, news.incident), unidentified: news.said }
        : call;
    case "not-checked":
      return isOfThisCall(call, news.sent) ? withUnchecked(call, news) : call;
    case "answered":
      return isOfThisCall(call, news.sent) && news.card.incident
        ? withChild(adopt(call, news.card.incident), childOf(news.card, news.now))
        : call;
  }
}

function withNumber(call: CallState, callNumber: string | undefined): CallState {
  return call.isUsed ? call : { ...call, callNumber };
}

const mostMilliseconds = 30 * 60_000;

/** When something that may be shown for so long is cleared by this phone's clock: half an hour from now at the most. Pure. */
export function clearedAt(now: Date, lifeMs = mostMilliseconds): Date {
  return new Date(now.getTime() + Math.min(lifeMs, mostMilliseconds));
}

function childOf(card: ResultCard, now: Date): CallChild {
  const { nhsNumber, answer, clearsInMs, lookupId } = card;
  return { nhsNumber, answer, clearsAt: clearedAt(now, clearsInMs), lookupId, card };
}

function openedWith(child: CallChild, card: ResultCard, now: Date): CallChild {
  if (child.lookupId !== card.lookupId) return child;
  // To be looked at again gives a child no more time.
  return { ...childOf(card, now), clearsAt: child.clearsAt };
}

function isOfThisCall({ incidentId }: CallState, { asked }: Sent): boolean {
  return asked.incident?.incidentId === incidentId;
}

/** The service may answer with another call: a colleague's of the same number, or a new one after 12 hours. */
function adopt(call: CallState, { incidentId, openedAt, callNumber }: Incident): CallState {
  const adopted = { ...call, incidentId, openedAt, callNumber: callNumber ?? undefined, isUsed: true };
  if (incidentId === call.incidentId) return adopted;
  const wasOld = call.children.length > 0 || call.unidentified !== undefined;
  return { ...adopted, children: [], unidentified: undefined, hasBegunAnew: wasOld };
}

function withChild(call: CallState, child: CallChild): CallState {
  const others = call.children.filter(({ nhsNumber }) => nhsNumber !== child.nhsNumber);
  return { ...call, children: [...others, child] };
}

/** What was answered before stays answered: a question that failed later takes nothing back. */
function withUnchecked(
  call: CallState,
  { sent, clearsAt }: { readonly sent: Sent; readonly clearsAt: Date },
): CallState {
  const { nhsNumber } = sent.asked;
  const known = call.children.find((child) => child.nhsNumber === nhsNumber);
  if (known && known.answer !== "could-not-check") return call;
  return withChild(call, { nhsNumber, answer: "could-not-check", clearsAt, sent });
}

function remember(call: CallState, remembered: RememberedCall, now: Date): CallState {
  const { unidentified, ...incident } = remembered;
  const here = <Shown extends { readonly clearsInMs: number }>({ clearsInMs, ...shown }: Shown) => {
    return { ...shown, clearsAt: clearedAt(now, clearsInMs) };
  };
  const children = remembered.children.map(here);
  if (call.isUsed && call.incidentId !== incident.incidentId) return call;
  const isHere = ({ nhsNumber }: CallChild) => call.children.some((child) => child.nhsNumber === nhsNumber);
  return {
    ...call,
    ...incident,
    callNumber: incident.callNumber ?? undefined,
    isUsed: true,
    children: [...children.filter((child) => !isHere(child)), ...call.children],
    unidentified: call.unidentified ?? (unidentified ? here(unidentified) : undefined),
  };
}

/** Each child is cleared at its own time. With the last of them the call is over: the next question begins another. */
function clear(call: CallState, now: Date): CallState {
  const children = call.children.filter(({ clearsAt }) => clearsAt > now);
  const unidentified = call.unidentified && call.unidentified.clearsAt > now ? call.unidentified : undefined;
  if (children.length === call.children.length && unidentified === call.unidentified) return call;
  return children.length === 0 && unidentified === undefined
    ? beginCall()
    : { ...call, children, unidentified };
}
