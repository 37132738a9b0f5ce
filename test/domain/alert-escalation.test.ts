import { expect, test } from "@playwright/test";
import { climb } from "@/server/domain/alert/ladder/climb";
import { nextStep } from "@/server/domain/alert/ladder/escalation";
import {
  amira,
  asEvent,
  at,
  ben,
  chris,
  failed,
  raised,
  shown,
  situationOf,
  type Case,
} from "@/test/support/ladder-case";

const cases: readonly Case[] = [
  {
    title: "a new alert is told to the first rung",
    happened: [raised],
    now: 0,
    expected: { kind: "tell", rung: 1, people: [amira], without: [] },
  },
  {
    title: "everybody on a rung is told, and it is known who has no phone",
    happened: [raised],
    now: 0,
    rungs: [[1, [amira, ben, chris]]],
    reachable: [amira, ben],
    expected: { kind: "tell", rung: 1, people: [amira, ben], without: [chris] },
  },
  {
    title: "nobody on call on the first rung is a fact of its own",
    happened: [raised],
    now: 0,
    rungs: [[2, [ben]]],
    expected: { kind: "nobody-on-call", rung: 1 },
  },
  {
    title: "after nobody on call the next rung is entered at once",
    happened: [raised, ["nobody-on-call", 0, 1]],
    now: 0,
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "a rung whose people have no phone is not waited for",
    happened: [raised],
    now: 0,
    reachable: [ben],
    expected: { kind: "nobody-reachable", rung: 1 },
  },
  {
    title: "after nobody reachable the next rung is entered at once",
    happened: [raised, ["nobody-reachable", 0, 1]],
    now: 0,
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "within its time a rung is waited for",
    happened: [raised, ["notified", 0, 1]],
    now: 4,
    notices: [shown(amira, 0)],
    expected: { kind: "wait", until: at(5), reason: "Rung 1 has until 21:15 to take it." },
  },
  {
    title: "at the end of its time the next rung is entered",
    happened: [raised, ["notified", 0, 1]],
    now: 5,
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "shown and opened do not stop the clock: only taking it does",
    happened: [raised, ["notified", 0, 1], ["shown", 1], ["opened", 2]],
    now: 5,
    expected: { kind: "escalated", rung: 2 },
  },
  {
    title: "who comes on call on a rung that was left is told with the rung whose time it is",
    happened: [raised, ["notified", 0, 1, chris], ["escalated", 5, 2], ["notified", 5, 2]],
    now: 7,
    expected: { kind: "tell", rung: 2, people: [amira], without: [] },
  },
  {
    title: "who takes over while a rung has its time is told beside whoever had it",
    happened: [raised, ["notified", 0, 1]],
    now: 2,
    rungs: [[1, [chris]]],
    expected: { kind: "tell", rung: 1, people: [chris], without: [] },
  },
  {
    title: "an escalation tells the rung it names",
    happened: [raised, ["notified", 0, 1], ["escalated", 5, 2]],
    now: 5,
    expected: { kind: "tell", rung: 2, people: [ben] },
  },
  {
    title: "when every push of a rung has failed it is left before its time",
    happened: [raised, ["notified", 0, 1], ["notice-failed", 1]],
    now: 1,
    notices: [failed(amira, 0)],
    expected: { kind: "nobody-reachable", rung: 1 },
  },
  {
    title: "one push of a rung that is still on its way is enough to wait",
    happened: [raised, ["notified", 0, 1], ["notice-failed", 1]],
    now: 1,
    notices: [failed(amira, 0), shown(amira, 0)],
    expected: { kind: "wait", until: at(5) },
  },
  {
    title: "failures of an earlier rung do not count against a later one",
    happened: [raised, ["notified", 0, 1], ["escalated", 5, 2], ["notified", 5, 2]],
    now: 6,
    notices: [failed(amira, 0), shown(ben, 5)],
    expected: { kind: "wait", until: at(10) },
  },
  {
    title: "after the last rung the alert is unreached",
    happened: [raised, ["notified", 0, 1], ["escalated", 5, 2], ["notified", 5, 2]],
    now: 10,
    expected: { kind: "unreached" },
  },
  {
    title: "an empty rota is unreached too",
    happened: [raised, ["nobody-on-call", 0, 1]],
    now: 0,
    rungs: [],
    expected: { kind: "unreached" },
  },
  {
    title: "an unreached alert waits before the ladder begins again",
    happened: [raised, ["notified", 0, 1], ["notified", 5, 2], ["unreached", 10], ["alarmed", 10]],
    now: 24,
    expected: { kind: "wait", until: at(25), reason: "Nobody took it. The ladder begins again at 21:35." },
  },
  {
    title:
      "an unreached alert begins again at once when somebody is on call whom the last round did not tell",
    happened: [raised, ["notified", 0, 1], ["unreached", 10], ["alarmed", 10]],
    now: 11,
    rungs: [
      [1, [amira]],
      [2, [chris]],
    ],
    expected: { kind: "tell", rung: 1, people: [amira] },
  },
  {
    title: "somebody without a phone does not make an unreached alert begin again",
    happened: [raised, ["notified", 0, 1], ["unreached", 10], ["alarmed", 10]],
    now: 11,
    rungs: [
      [1, [amira]],
      [2, [chris]],
    ],
    reachable: [amira],
    expected: { kind: "wait", until: at(25) },
  },
  {
    title: "only the round that ended last counts for who was told in it",
    happened: [
      raised,
      ["notified", 0, 1],
      ["unreached", 10],
      ["alarmed", 10],
      ["nobody-on-call", 25, 1],
      ["unreached", 25],
      ["alarmed", 25],
    ],
    now: 26,
    rungs: [[1, [amira]]],
    expected: { kind: "tell", rung: 1, people: [amira] },
  },
  {
    title: "an unreached alert begins again at the first rung",
    happened: [raised, ["notified", 5, 2], ["unreached", 10], ["alarmed", 10]],
    now: 25,
    expected: { kind: "tell", rung: 1, people: [amira] },
  },
  {
    title: "an alert that was taken is finished, whatever else happened",
    happened: [raised, ["notified", 0, 1], ["acknowledged", 1], ["unreached", 5]],
    now: 60,
    expected: { kind: "finished" },
  },
];

for (const { title, happened, now, expected, ...rest } of cases) {
  test(title, () => {
    const step = nextStep(happened.map(asEvent), situationOf({ now, ...rest }));

    expect(step).toMatchObject(expected);
  });
}

test("the ladder always ends in waiting: no rota and no set of phones keeps it climbing on the spot", () => {
  const people = [[], [amira], [amira, ben]];
  const rotas = people.flatMap((first) =>
    people.map((second) => [[1, first] as const, [2, second] as const]),
  );
  const climbs = rotas.flatMap((rungs) =>
    people.map((reachable) =>
      climb([raised].map(asEvent), situationOf({ now: 0, rungs, reachable, managers: [] })),
    ),
  );

  expect(climbs).toHaveLength(27);
  for (const { events } of climbs) expect(events.length).toBeLessThan(8);
  for (const { events } of climbs) expect(["notified", "nobody-alarmed"]).toContain(events.at(-1)?.kind);
});
