import { expect, test } from "@playwright/test";
import { climb } from "@/server/domain/alert/ladder/climb";
import { nextStep, type LadderEvent } from "@/server/domain/alert/ladder/escalation";
import {
  amira,
  asEvent,
  at,
  ben,
  raised,
  shown,
  situationOf,
  type Happened,
} from "@/test/support/ladder-case";

/** 21:10 plus 710 minutes: nine in the morning. */
const opening = 710;

/** What a missed appointment's ladder does, the office opening at nine. */
function stepAt(now: number, happened: readonly LadderEvent[]) {
  const situation = situationOf({ now, notices: [shown(amira, opening)] });
  return nextStep(happened, { ...situation, quietUntil: at(Math.max(now, opening)) });
}

const deferred = (minutes: number, until = opening): LadderEvent => ({
  ...asEvent(["deferred", minutes]),
  dueAt: at(until),
});
const events = (...happened: readonly Happened[]) => happened.map(asEvent);

const cases: readonly (readonly [
  title: string,
  now: number,
  happened: readonly LadderEvent[],
  expected: Record<string, unknown>,
])[] = [
  ["out of hours it rests, on record", 0, events(raised), { kind: "deferred", until: at(opening) }],
  [
    "once that is on record it waits for the opening",
    1,
    [...events(raised), deferred(0)],
    { kind: "wait", until: at(opening) },
  ],
  [
    "at the opening the first rung is told",
    opening,
    [...events(raised), deferred(0)],
    { kind: "tell", rung: 1, people: [amira] },
  ],
  ["in office hours the first rung is told at once", 900, events(raised), { kind: "tell", rung: 1 }],
  [
    "somebody is worried: told at once at any hour",
    0,
    events(raised, ["worried", 0]),
    { kind: "tell", rung: 1, people: [amira] },
  ],
  [
    "somebody gets worried while it rests: told at once",
    30,
    [...events(raised), deferred(0), ...events(["worried", 30])],
    { kind: "tell", rung: 1, people: [amira] },
  ],
  [
    "when the office closes while a rung has its time, nobody else is told that night",
    3,
    events(raised, ["notified", -2, 1]),
    { kind: "deferred", until: at(opening) },
  ],
  [
    "in the morning the ladder begins with the first rung, who are told again",
    opening,
    [...events(raised, ["notified", -2, 1]), deferred(3)],
    { kind: "tell", rung: 1, people: [amira] },
  ],
  [
    "a ladder that was at its second rung when the office closed begins with the first",
    opening,
    [...events(raised, ["notified", -9, 1], ["escalated", -4, 2], ["notified", -4, 2]), deferred(0)],
    { kind: "tell", rung: 1, people: [amira] },
  ],
  [
    "where everybody was tried by day, nobody is alarmed at night",
    0,
    events(raised, ["unreached", -1]),
    { kind: "deferred" },
  ],
  [
    "somebody takes it while it rests: nothing more",
    20,
    [...events(raised), deferred(0), ...events(["acknowledged", 20])],
    { kind: "finished" },
  ],
  [
    "it is taken back while it rests: nothing more",
    5,
    [...events(raised), deferred(0), ...events(["wrong-child", 5])],
    { kind: "finished" },
  ],
  [
    "a clock that had jumped is not believed: the true opening goes on record",
    1,
    [...events(raised), deferred(0, 90_000)],
    { kind: "deferred", until: at(opening) },
  ],
  [
    "a rest on record that ends too late keeps nobody waiting once the office is open",
    opening,
    [...events(raised), deferred(0, 90_000)],
    { kind: "tell", rung: 1 },
  ],
  [
    "a rest of a time yet to come does not make the ladder begin again and again",
    opening + 5,
    [...events(raised), deferred(0), ...events(["notified", opening, 1]), deferred(90_000, 90_700)],
    { kind: "escalated", rung: 2 },
  ],
  [
    "“not me” said while it rests does not take the first rung's time",
    opening,
    [...events(raised), deferred(0), ...events(["declined", 60, 1, ben], ["notified", opening, 1])],
    { kind: "wait", until: at(opening + 5) },
  ],
];

for (const [title, now, happened, expected] of cases) {
  test(`a missed appointment: ${title}`, () => {
    expect(stepAt(now, happened)).toMatchObject(expected);
  });
}

test("a climb puts the rest on record once, tells nobody, and looks again when the office opens", () => {
  const climbed = climb(events(raised), { ...situationOf({ now: 0 }), quietUntil: at(opening) });

  expect(climbed).toMatchObject({
    events: [{ kind: "deferred", dueAt: at(opening) }],
    tellings: [],
    last: { kind: "wait", until: at(opening) },
  });
});

test("an alert of a look, which has no quiet, is told at any hour", () => {
  expect(nextStep(events(raised), situationOf({ now: 0 }))).toMatchObject({ kind: "tell", rung: 1 });
});
