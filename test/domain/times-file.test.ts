import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { timesLines } from "@/server/domain/insight/file/times-lines";
import { distributionEdges } from "@/server/vocabulary/alert-step";

const percentiles = { median: 90, ninetieth: 200, ninetyNinth: 400 };
const request = { period: { days: 28 }, step: "taken", by: "channel" } as const;

/** The numbers of one table of the file, by row and figure. */
function linesOf(bars: readonly number[], notSoFar: number) {
  const reached = bars.reduce((sum, alerts) => sum + alerts, 0);
  const group = { raised: reached + notSoFar, reached, ...percentiles };
  return [
    ...timesLines({
      request,
      unit: "day",
      parts: [],
      steps: [{ part: "all", step: "taken", inTime: reached, ...group }],
      bars: bars.map((alerts, bar) => ({ part: "all" as const, bar, alerts })),
      groups: [{ key: "push", name: "push", ...group }],
    }),
  ];
}

test("how many were not taken, hidden in one table of the file, cannot be worked out from the next", () => {
  const lines = linesOf([40, 30, 20, 7], 3);
  const shown = (figure: string) =>
    lines.filter(([, , one]) => one === figure).map(([, , , number]) => number);

  expect(shown("Did not")).toEqual(["hidden", "hidden", "hidden", "hidden"]);
  expect(shown("Came so far")).toEqual(["hidden", "hidden", "hidden", "hidden"]);
  expect(shown("Alerts")).toEqual([
    "40",
    "30",
    "20",
    "hidden",
    "0",
    "0",
    "0",
    "0",
    "0",
    "0",
    "hidden",
    "100",
  ]);
});

test("what is hidden before a day is not what all days have more than those after it", () => {
  const row = (part: "all" | "before" | "after", reached: number, raised: number) => ({
    ...{ part, reached, raised, step: "taken" as const, inTime: 0 },
    ...percentiles,
  });
  const lines = [
    ...timesLines({
      request: { ...request, splitOn: "2026-11-10" },
      unit: "day",
      parts: [],
      steps: [row("all", 97, 110), row("before", 57, 60), row("after", 40, 50)],
      bars: [],
      groups: [],
    }),
  ].filter(([table]) => table === "Taken");

  expect(lines.filter(([, name, figure]) => name.startsWith("before") && figure === "Did not")).toMatchObject(
    [[expect.anything(), expect.anything(), expect.anything(), "hidden"]],
  );
  const others = lines.filter(([, name, figure]) => !name.startsWith("before") && figure === "Did not");
  expect(others.map(([, , , number]) => number)).toContain("hidden");
  expect(others).toHaveLength(2);
});

test("whatever was counted, times do not tell how many were taken where that is hidden", () => {
  const count = fc.nat(12);
  const edges = distributionEdges.length + 1;
  const counts = fc.array(count, { minLength: edges, maxLength: edges });
  fc.assert(
    fc.property(counts, count, (bars, notSoFar) => {
      const lines = linesOf(bars, notSoFar);
      const isHidden = lines.some(([, , figure, number]) => figure === "Came so far" && number === "hidden");
      const ofBars = lines.filter(([, , figure]) => figure === "Alerts").map(([, , , number]) => number);
      expect(ofBars).toHaveLength(edges + 2);
      if (isHidden && notSoFar > 0) expect(ofBars.slice(0, -1)).toContain("hidden");
      expect(ofBars.filter((number) => /^[1-4]$/.test(number))).toEqual([]);
    }),
  );
});
