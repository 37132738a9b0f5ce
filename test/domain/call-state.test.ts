import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import {
  afterNews,
  beginCall,
  clearedAt,
  type CallNews,
  type CallState,
  type Sent,
} from "@/app/(crew)/check/call/call-state";
import { anyoneKnown } from "@/app/(crew)/check/call/call-words";
import { IncidentId, LookupId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

const now = new Date("2026-11-23T21:14:00Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const [robin, alex] = ["9990000018", "9990000026"];

function sent(call: CallState, nhsNumber: string): Sent {
  return {
    asked: { nhsNumber, numberSource: "typed", incident: { incidentId: call.incidentId } },
    requestId: randomUUID(),
  };
}

/** A card as the service gives it: of the call that was asked for, unless told otherwise. */
function cardOf(
  { incidentId }: Pick<CallState, "incidentId">,
  nhsNumber: string,
  minutes = 0,
): Extract<ResultCard, { answer: "none-held" }> {
  return {
    answer: "none-held",
    lookupId: LookupId.parse(randomUUID()),
    nhsNumber,
    askedAt: inMinutes(minutes),
    clearsAt: inMinutes(minutes + 30),
    clearsInMs: 30 * 60_000,
    mode: "unscheduled",
    incident: { incidentId, openedAt: now, callNumber: null },
    freshness: { staleLists: 0, lists: 153 },
  };
}

function answered(call: CallState, nhsNumber: string, minutes = 0): CallNews {
  return {
    kind: "answered",
    sent: sent(call, nhsNumber),
    card: cardOf(call, nhsNumber, minutes),
    now: inMinutes(minutes),
  };
}

const numbersOf = ({ children }: CallState) => children.map(({ nhsNumber }) => nhsNumber);

test("children are added one after the other, each with its own card", () => {
  const begun = beginCall();

  const call = [answered(begun, robin), answered(begun, alex)].reduce(afterNews, begun);

  expect(numbersOf(call)).toEqual([robin, alex]);
  for (const child of call.children) expect(child.card?.nhsNumber).toBe(child.nhsNumber);
  expect(call).toMatchObject({ incidentId: begun.incidentId, openedAt: now, hasBegunAnew: false });
});

test("answers that come in another order than they were asked in stay with their own number", () => {
  const begun = beginCall();
  const [first, second] = [answered(begun, robin), answered(begun, alex)];

  const call = [second, first].reduce(afterNews, begun);

  for (const child of call.children) expect(child.card?.nhsNumber).toBe(child.nhsNumber);
  expect(numbersOf(call).toSorted()).toEqual([robin, alex]);
});

test("an answer to a question of the call before is no child of this one", () => {
  const before = beginCall();
  const late = answered(before, robin);

  const call = [{ kind: "another-call" } as const, late].reduce(afterNews, before);

  expect(call.incidentId).not.toBe(before.incidentId);
  expect(numbersOf(call)).toEqual([]);
});

test("a question that failed later takes back no answer, and a later answer replaces a failure", () => {
  const begun = beginCall();
  const failed = (nhsNumber: string): CallNews => ({
    kind: "not-checked",
    sent: sent(begun, nhsNumber),
    clearsAt: inMinutes(30),
  });

  const call = [answered(begun, robin), failed(robin), failed(alex)].reduce(afterNews, begun);
  expect(call.children.map(({ answer }) => answer)).toEqual(["none-held", "could-not-check"]);

  const after = afterNews(call, answered(begun, alex));
  expect(after.children.map(({ answer }) => answer)).toEqual(["none-held", "none-held"]);
});

test("where the service begins another call, the children before are not of it, and that is said", () => {
  const begun = afterNews(beginCall(), answered(beginCall(), robin));
  const call = afterNews(begun, answered(begun, robin));
  const other = { incidentId: IncidentId.parse(randomUUID()) };

  const anew = afterNews(call, { kind: "answered", sent: sent(call, alex), card: cardOf(other, alex), now });

  expect(anew).toMatchObject({ incidentId: other.incidentId, hasBegunAnew: true });
  expect(numbersOf(anew)).toEqual([alex]);
});

test("a colleague's call of the same number is joined by the first answer, without a word of an old one", () => {
  const begun = beginCall();
  const theirs = { incidentId: IncidentId.parse(randomUUID()) };

  const call = afterNews(begun, {
    kind: "answered",
    sent: sent(begun, robin),
    card: cardOf(theirs, robin),
    now,
  });

  expect(call).toMatchObject({ incidentId: theirs.incidentId, hasBegunAnew: false });
  expect(numbersOf(call)).toEqual([robin]);
});

test("each child clears at its own time, and with the last of them the call is over", () => {
  const begun = beginCall();
  const call = [answered(begun, robin), answered(begun, alex, 20)].reduce(afterNews, begun);

  const later = afterNews(call, { kind: "time-passed", now: inMinutes(30) });
  const over = afterNews(later, { kind: "time-passed", now: inMinutes(50) });

  expect(numbersOf(later)).toEqual([alex]);
  expect(later.incidentId).toBe(call.incidentId);
  expect(over).toMatchObject({ children: [], isUsed: false, openedAt: undefined });
  expect(over.incidentId).not.toBe(call.incidentId);
});

test("what the service remembers is taken up by a phone that knows nothing yet, and by no other call", () => {
  const remembered = {
    incidentId: IncidentId.parse(randomUUID()),
    openedAt: now,
    callNumber: "4417",
    children: [
      {
        nhsNumber: robin,
        answer: "held" as const,
        lookupId: LookupId.parse(randomUUID()),
        clearsInMs: 9 * 60_000,
      },
    ],
    unidentified: null,
  };
  const news: CallNews = { kind: "remembered", call: remembered, now };
  const begun = beginCall();

  expect(afterNews(begun, news)).toMatchObject({ incidentId: remembered.incidentId, callNumber: "4417" });
  expect(afterNews(begun, news).children).toMatchObject([{ nhsNumber: robin, clearsAt: inMinutes(9) }]);
  const asking = afterNews(begun, { kind: "sent" });
  expect(afterNews(asking, news)).toBe(asking);
  const reloaded = beginCall(cardOf(remembered, alex));
  expect(numbersOf(afterNews(reloaded, news))).toEqual([robin, alex]);
});

test("children whom nobody can identify belong to the call on which it was said", () => {
  const begun = beginCall();
  const said = { count: 2, ageGuess: "baby", clearsAt: inMinutes(30) } as const;
  const incident = { incidentId: begun.incidentId, openedAt: now, callNumber: null };
  const news: CallNews = { kind: "unidentified", asked: begun.incidentId, incident, said };

  expect(afterNews(begun, news)).toMatchObject({ unidentified: said, openedAt: now, isUsed: true });
  const another = afterNews(begun, { kind: "another-call" });
  expect(afterNews(another, news)).toBe(another);
});

test("a locked phone shows no child any more, and the call goes on", () => {
  const begun = beginCall();
  const call = [answered(begun, robin), { kind: "locked" } as const].reduce(afterNews, begun);

  expect(call).toMatchObject({ children: [], incidentId: begun.incidentId, openedAt: now });
});

for (const [what, minutes, cleared] of [
  ["12 minutes more", 12, 12],
  ["no more time", -3, -3],
  ["more than half an hour", 45, 30],
  ["no time that is known", undefined, 30],
] as const) {
  test(`what has ${what} is cleared half an hour from now at the most, whatever this phone takes the time to be`, () => {
    const lifeMs = minutes === undefined ? undefined : minutes * 60_000;

    expect(clearedAt(now, lifeMs)).toEqual(inMinutes(cleared));
  });
}

const child = (answer: "held" | "none-held" | "could-not-check", place: number) => ({
  nhsNumber: `999000000${String(place)}`,
  answer,
  clearsAt: now,
});

for (const { answers, count, words } of [
  { answers: [], count: 0, words: "" },
  { answers: ["none-held"], count: 0, words: "No plan is held of the 1 child checked." },
  { answers: ["none-held", "none-held"], count: 0, words: "No plan is held of the 2 children checked." },
  {
    answers: ["none-held", "held"],
    count: 0,
    words: "1 child known to children’s social care. No plan is held of 1.",
  },
  {
    answers: ["none-held", "could-not-check"],
    count: 0,
    words: "1 child could not be checked. No plan is held of 1.",
  },
  {
    answers: ["held", "held", "could-not-check"],
    count: 1,
    words:
      "2 children known to children’s social care. 1 child could not be checked. 1 more child not identified (under 5).",
  },
] as const) {
  test(`anyone known of ${answers.join(", ") || "nobody"} and ${String(count)} unidentified: “${words}”`, () => {
    const unidentified = { count, ageGuess: "under-5", clearsAt: now } as const;

    expect(anyoneKnown({ children: answers.map(child), unidentified })).toBe(words);
  });
}
