import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { alertStepNames, targetSeconds } from "@/server/vocabulary/alert-step";
import { scoreDrill } from "@/server/domain/drill/score-drill";
import {
  drillDefinitions,
  heartbeatDefinitions,
  scoreDefinitions,
} from "@/server/vocabulary/drill-definition";
import { figureDefinitions } from "@/server/vocabulary/figure-definition";
import { measureNames } from "@/server/vocabulary/measure";
import { stateDefinitions, tonightDefinitions } from "@/server/vocabulary/tonight-definition";
import { stateSymbols, tileStates } from "@/server/vocabulary/tonight-state";

const document = readFileSync(path.join(import.meta.dirname, "..", "..", "docs", "measures.md"), "utf8");
const rows = document
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );

test("docs/measures.md says of every figure what its page says", () => {
  const table = rows.slice(
    2,
    rows.findIndex(([first]) => first === "role"),
  );

  expect(table).toEqual(Object.values(figureDefinitions).map(({ name, words, day }) => [name, words, day]));
});

/** The rows of the table with this head, as many as its page defines. */
function tableUnder(head: readonly string[], length: number): readonly string[][] {
  const at = rows.findIndex((row) => row.join("|") === head.join("|"));
  return rows.slice(at + 2, at + 2 + length);
}

test("docs/measures.md says of every fact and state of tonight what its page says", () => {
  const facts = Object.values(tonightDefinitions).map(({ name, words, bad, doubtful }) => [
    name,
    words,
    bad,
    doubtful,
  ]);
  const states = tileStates.map((state) => {
    const { name, words } = stateDefinitions[state];
    return [name, stateSymbols[state], words];
  });

  expect(tableUnder(["figure", "what is counted", "✕", "!"], facts.length)).toEqual(facts);
  expect(tableUnder(["state", "", "what it means"], states.length)).toEqual(states);
});

test("docs/measures.md says of practice alerts and heartbeat what their page says", () => {
  const scores = scoreDefinitions.map(({ name, level, words }) => [name, stateSymbols[level], words]);
  expect(tableUnder(["score", "", "when"], scores.length)).toEqual(scores);
  for (const [head, definitions] of [
    ["practice alerts", Object.values(drillDefinitions)],
    ["heartbeat", Object.values(heartbeatDefinitions)],
  ] as const) {
    const defined = definitions.map(({ name, words }) => [name, words]);
    expect(tableUnder([head, "what is counted"], defined.length)).toEqual(defined);
  }
});

const raisedAt = new Date("2026-11-23T21:00:00Z");
const late = new Date("2026-11-23T23:00:00Z");
const drill = { raisedAt, shownAt: null, takenAt: null, unreachedAt: null, rungs: 1, isTold: true };
for (const change of [
  { takenAt: late },
  { takenAt: late, rungs: 2 },
  { takenAt: late, unreachedAt: raisedAt },
  { shownAt: raisedAt },
  {},
  { isTold: false },
]) {
  test(`a score is defined under the words that its page gives it: ${Object.keys(change).join(", ")}`, () => {
    const { words, level } = scoreDrill({ ...drill, ...change }, late);

    const defined = scoreDefinitions.filter(({ name }) => words.startsWith(name.replace("rung n", "rung 2")));
    expect(defined.map((one) => one.level)).toEqual([level]);
  });
}

test("a figure is defined under the name that its page gives it", () => {
  for (const [measure, name] of Object.entries(measureNames)) {
    expect(figureDefinitions).toHaveProperty(measure);
    expect(Object.values(figureDefinitions).map((definition): string => definition.name)).toContain(name);
  }
  for (const name of Object.values(alertStepNames)) {
    expect(Object.values(figureDefinitions).map((definition): string => definition.name)).toContain(name);
  }
});

test("the words of a step name the time that is aimed at", () => {
  const { shown, "taken-step": taken, answered, closed } = figureDefinitions;
  for (const [step, { words }] of Object.entries({ shown, taken, answered })) {
    const minutes = {
      shown: targetSeconds.shown,
      taken: targetSeconds.taken,
      answered: targetSeconds.answered,
    }[step];
    expect(words).toContain(`Within ${String(Number(minutes) / 60)} minute`);
  }
  expect(closed.words).toContain("No time is aimed at");
});
