import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { alertStepNames, targetSeconds } from "@/server/vocabulary/alert-step";
import { figureDefinitions } from "@/server/vocabulary/figure-definition";
import { measureNames } from "@/server/vocabulary/measure";

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
