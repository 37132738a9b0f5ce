import { expect, test } from "@playwright/test";
import { nextStep } from "@/server/domain/alert/ladder/escalation";
import {
  amira,
  asEvent,
  at,
  ben,
  chris,
  failed,
  notice,
  raised,
  shown,
  situationOf,
  type Case,
} from "@/test/support/ladder-case";

const cases: readonly Case[] = [
  {
    title: "who is unreached alarms the managers, and then waits",
    happened: [raised, ["notified", 0, 1], ["unreached", 5]],
    now: 5,
    expected: { kind: "alarm", people: [chris] },
  },
  {
    title: "a phone has 45 seconds to show it",
    happened: [raised, ["notified", 0, 1]],
    now: 0.5,
    notices: [notice(amira, 0, {})],
    expected: { kind: "wait", until: at(0.75) },
  },
  {
    title: "what no phone has shown after 45 seconds is told by the next channel too",
    happened: [raised, ["notified", 0, 1]],
    now: 0.75,
    notices: [notice(amira, 0, {})],
    channels: ["push", "email"],
    expected: { kind: "not-shown", rung: 1, personId: amira, channel: "email" },
  },
  {
    title: "with no other channel it is said once, and the rung keeps its time",
    happened: [raised, ["notified", 0, 1], ["not-shown", 0.75, 1, amira]],
    now: 0.75,
    notices: [notice(amira, 0, {})],
    expected: { kind: "wait", until: at(5) },
  },
  {
    title: "a push that failed at once is followed by the next channel at once",
    happened: [raised, ["notified", 0, 1], ["notice-failed", 0.1, 1, amira]],
    now: 0.1,
    notices: [failed(amira, 0)],
    channels: ["push", "text"],
    expected: { kind: "not-shown", rung: 1, personId: amira, channel: "text" },
  },
  {
    title: "not me moves the ladder on at once",
    happened: [raised, ["notified", 0, 1], ["declined", 1, 1, amira]],
    now: 1,
    notices: [shown(amira, 0)],
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "one of two on a rung says not me: the next rung is entered at once",
    happened: [raised, ["notified", 0, 1], ["notified", 0, 1, ben], ["declined", 1, 1, amira]],
    now: 1,
    rungs: [
      [1, [amira, ben]],
      [2, [chris]],
    ],
    notices: [shown(amira, 0), shown(ben, 0)],
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "not me from a rung that was left takes no time from the one after it",
    happened: [
      raised,
      ["notified", 0, 1],
      ["escalated", 5, 2],
      ["notified", 5, 2],
      ["declined", 5.2, 1, amira],
    ],
    now: 5.2,
    notices: [shown(amira, 0), notice(ben, 5, {})],
    expected: { kind: "wait", until: at(5.75) },
  },
  {
    title: "what no phone has shown is told by the next channel in spite of a late not me",
    happened: [
      raised,
      ["notified", 0, 1],
      ["escalated", 5, 2],
      ["notified", 5, 2],
      ["declined", 5.2, 1, amira],
    ],
    now: 5.75,
    notices: [shown(amira, 0), notice(ben, 5, {})],
    channels: ["push", "text"],
    expected: { kind: "not-shown", rung: 2, personId: ben, channel: "text" },
  },
  {
    title: "not me of a colleague whom nobody told leaves the rung its time",
    happened: [raised, ["notified", 0, 1], ["declined", 1, 1, chris]],
    now: 1,
    notices: [shown(amira, 0)],
    expected: { kind: "wait", until: at(5) },
  },
  {
    title: "not me of somebody who is told only later does not let the rung down",
    happened: [raised, ["notified", 0, 1], ["declined", 1, 1, chris], ["notified", 2, 1, chris]],
    now: 2,
    notices: [shown(amira, 0), shown(chris, 2)],
    expected: { kind: "wait", until: at(5) },
  },
  {
    title: "somebody whose shift begins while their rung is told is told too",
    happened: [raised, ["notified", 0, 1]],
    now: 2,
    rungs: [[1, [amira, ben]]],
    notices: [shown(amira, 0)],
    expected: { kind: "tell", rung: 1, people: [ben] },
  },
  {
    title: "one person on every rung is told once, and the crew is told to ring the sooner",
    happened: [raised, ["notified", 0, 1], ["escalated", 5, 2]],
    now: 5,
    rungs: [
      [1, [amira]],
      [2, [amira]],
    ],
    expected: { kind: "nobody-on-call", rung: 2, isToldBefore: true },
  },
];

for (const { title, happened, now, expected, ...rest } of cases) {
  test(title, () => {
    expect(nextStep(happened.map(asEvent), situationOf({ now, ...rest }))).toMatchObject(expected);
  });
}
