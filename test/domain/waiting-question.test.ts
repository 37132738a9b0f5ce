import { expect, test } from "@playwright/test";
import type { Moment } from "@/app/_pwa/phone/moment";
import { newStamp, older } from "@/app/_pwa/waiting/age";
import { fateOf, nextAfter, type Fate, type QuestionState } from "@/app/_pwa/waiting/decide";
import { readQuestion } from "@/app/_pwa/waiting/read-question";
import { readOutcome, type Outcome } from "@/app/_pwa/waiting/read-outcome";

const minute = 60_000;
const day = 24 * 60 * minute;
const start: Moment = { wall: Date.UTC(2026, 0, 10, 21), steady: 5_000, run: "first" };

interface Reading {
  readonly wall: number;
  readonly steady?: number;
  readonly run?: string;
}

/** Minutes after `start` by each clock; another run has a steady clock of its own. */
function at({ wall, steady = wall, run = "first" }: Reading): Moment {
  return { wall: start.wall + wall * minute, steady: start.steady + steady * minute, run };
}

const ages: readonly {
  readonly what: string;
  readonly readings: readonly Reading[];
  readonly age: number;
}[] = [
  { what: "both clocks run", readings: [{ wall: 10 }], age: 10 },
  { what: "looked at often, it grows once", readings: [{ wall: 4 }, { wall: 7 }, { wall: 10 }], age: 10 },
  { what: "the phone sleeps and its steady clock stands", readings: [{ wall: 12, steady: 1 }], age: 12 },
  { what: "the clock is put a day forward", readings: [{ wall: 1445, steady: 5 }], age: 5 },
  { what: "the clock is put a day back", readings: [{ wall: -1435, steady: 5 }], age: 5 },
  { what: "a reload ten minutes later", readings: [{ wall: 10, steady: 0, run: "second" }], age: 10 },
  {
    what: "a crash, and then a clock that is a day ahead",
    readings: [{ wall: 8 }, { wall: 1450, steady: 0, run: "second" }],
    age: 8,
  },
  {
    what: "a crash, and then a clock that is a day behind",
    readings: [{ wall: 8 }, { wall: -1430, steady: 0, run: "second" }],
    age: 8,
  },
  {
    what: "its clock is trimmed a little at each of three reloads",
    readings: [
      { wall: 6 },
      { wall: 5, steady: 0, run: "second" },
      { wall: 4, steady: 0, run: "third" },
      { wall: 3, steady: 0, run: "fourth" },
    ],
    age: 6,
  },
  {
    what: "the clock leaps between two runs, twice: it cannot be dated any more",
    readings: [
      { wall: -1430, steady: 0, run: "second" },
      { wall: -2870, steady: 0, run: "third" },
    ],
    age: Infinity,
  },
];

for (const { what, readings, age } of ages) {
  test(`a waiting question is ${String(age)} minutes old if ${what}`, () => {
    const stamp = readings.map(at).reduce(older, newStamp(start));

    expect(stamp.ageMs).toBe(age * minute);
  });
}

test("whatever the clocks do, a question only grows older, and open for half an hour it is at least that old", () => {
  const leaps = [0, 3, -day / minute, day / minute, 90, -7, 0];
  let stamp = newStamp(start);
  let wall = 0;
  for (const [step, leap] of leaps.entries()) {
    wall += leap + 5;
    const before = stamp.ageMs;
    stamp = older(stamp, at({ wall, steady: (step + 1) * 5 }));
    expect(stamp.ageMs).toBeGreaterThanOrEqual(before + 5 * minute);
  }
  expect(stamp.ageMs).toBeGreaterThanOrEqual(30 * minute);
});

interface FateCase {
  readonly state: QuestionState;
  readonly minutes: number;
  readonly isOfThisSession?: boolean;
  readonly notBeforeMinutes?: number;
  readonly fate: Fate;
}

const fates: readonly FateCase[] = [
  { state: "waiting", minutes: 0, fate: "ask" },
  { state: "waiting", minutes: 29.9, fate: "ask" },
  { state: "waiting", minutes: 30, fate: "drop-as-old" },
  { state: "waiting", minutes: Infinity, fate: "drop-as-old" },
  { state: "waiting", minutes: 3, notBeforeMinutes: 4, fate: "keep" },
  { state: "waiting", minutes: 4, notBeforeMinutes: 4, fate: "ask" },
  { state: "waiting", minutes: 31, notBeforeMinutes: 40, fate: "drop-as-old" },
  { state: "under-way", minutes: 1, fate: "ask" },
  { state: "under-way", minutes: 30, fate: "drop-as-old" },
  { state: "handed", minutes: 1, fate: "keep" },
  { state: "handed", minutes: 30, fate: "drop-quietly" },
  { state: "answered", minutes: 29, fate: "keep" },
  { state: "answered", minutes: 30, fate: "drop-as-unread" },
  { state: "waiting", minutes: 1, isOfThisSession: false, fate: "drop-quietly" },
  { state: "answered", minutes: 1, isOfThisSession: false, fate: "drop-quietly" },
  { state: "handed", minutes: 1, isOfThisSession: false, fate: "drop-quietly" },
];

for (const { state, minutes, isOfThisSession = true, notBeforeMinutes = 0, fate } of fates) {
  const whose = isOfThisSession ? "" : " of another session";
  const before = notBeforeMinutes === 0 ? "" : `, not before ${String(notBeforeMinutes)},`;
  test(`what is ${state}${whose} at ${String(minutes)} minutes${before} meets: ${fate}`, () => {
    const standing = {
      state,
      isOfThisSession,
      ageMs: minutes * minute,
      notBeforeMs: notBeforeMinutes * minute,
    };

    expect(fateOf(standing)).toBe(fate);
  });
}

const lookupId = "0199f5a2-8f5e-7cc2-a1d7-1f6f5a2b3c4d";
const refused = (code: string, more: object = {}) =>
  JSON.stringify({ error: { json: { message: "In plain words.", data: { code, ...more } } } });

const texts: readonly { readonly what: string; readonly text: string; readonly outcome: Outcome }[] = [
  {
    what: "an answer",
    text: JSON.stringify({ result: { data: { json: { lookupId, answer: "none-held" } } } }),
    outcome: { kind: "answered", lookupId },
  },
  { what: "a closed session", text: refused("UNAUTHORIZED"), outcome: { kind: "signed-out" } },
  {
    what: "a role that may not",
    text: refused("FORBIDDEN"),
    outcome: { kind: "refused", message: "In plain words." },
  },
  {
    what: "a conflict",
    text: refused("CONFLICT"),
    outcome: { kind: "refused", message: "In plain words." },
  },
  {
    what: "an older app than the service takes",
    text: refused("BAD_REQUEST"),
    outcome: { kind: "refused", message: "In plain words." },
  },
  {
    what: "too often, with a wait",
    text: refused("TOO_MANY_REQUESTS", { waitSeconds: 12 }),
    outcome: { kind: "too-often", waitSeconds: 12 },
  },
  {
    what: "too often, without",
    text: refused("TOO_MANY_REQUESTS"),
    outcome: { kind: "too-often", waitSeconds: 60 },
  },
  {
    what: "too often, with a wait beyond sense",
    text: refused("TOO_MANY_REQUESTS", { waitSeconds: 1e9 }),
    outcome: { kind: "too-often", waitSeconds: 300 },
  },
  {
    what: "a service that no longer knows the way",
    text: refused("NOT_FOUND"),
    outcome: { kind: "unreachable" },
  },
  { what: "a fault", text: refused("INTERNAL_SERVER_ERROR"), outcome: { kind: "unreachable" } },
  { what: "a café's page", text: "<h1>Welcome to our Wi-Fi</h1>", outcome: { kind: "unreachable" } },
  { what: "nothing", text: "", outcome: { kind: "unreachable" } },
  { what: "JSON that is not ours", text: '{"answer":"none-held"}', outcome: { kind: "unreachable" } },
  {
    what: "an answer without a lookup on record",
    text: '{"result":{"data":{"json":{"lookupId":"yes"}}}}',
    outcome: { kind: "unreachable" },
  },
  { what: "null", text: "null", outcome: { kind: "unreachable" } },
];

for (const { what, text, outcome } of texts) {
  test(`${what} is read as "${outcome.kind}"`, () => {
    expect(readOutcome(text)).toEqual(outcome);
  });
}

test("only what may still be answered is asked again, and after a refusal nothing is", () => {
  const next = (outcome: Outcome) => nextAfter(outcome, 2 * minute);

  expect(next({ kind: "answered", lookupId })).toEqual({ kind: "keep-answer", lookupId });
  expect(next({ kind: "unreachable" })).toEqual({ kind: "wait", notBeforeMs: 0 });
  expect(next({ kind: "too-often", waitSeconds: 30 })).toEqual({ kind: "wait", notBeforeMs: 2.5 * minute });
  expect(next({ kind: "refused", message: "No." })).toEqual({ kind: "drop", message: "No." });
  expect(next({ kind: "signed-out" })).toEqual({ kind: "forget-session" });
});

test("what was kept and is no question is read as none, and never throws", () => {
  const question = { mode: "unscheduled", requestId: "a", asked: { nhsNumber: "9990000018" } };
  expect(readQuestion(JSON.stringify(question))).toEqual(question);
  for (const text of ["", "3f1c2a52-6d0e-4f3b-9a38-1b2c3d4e5f60", "null", "[]", "{}", '{"asked":{}}'])
    expect(readQuestion(text), text).toBeUndefined();
});
