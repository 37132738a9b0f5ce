import { expect, test } from "@playwright/test";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { timeTicks } from "@/app/(oversight)/insight/time-ticks";

for (const { longest, marks } of [
  { longest: 0, marks: ["0 s", "1 s"] },
  { longest: 4, marks: ["0 s", "1 s", "2 s", "3 s", "4 s"] },
  { longest: 448, marks: ["0 s", "2 min", "4 min", "6 min", "8 min"] },
  { longest: 3_000, marks: ["0 s", "15 min", "30 min", "45 min", "1 h"] },
  { longest: 3_601, marks: ["0 s", "30 min", "1 h", "1 h 30 min"] },
  { longest: 48 * 3_600, marks: ["0 s", "12 h", "24 h", "36 h", "48 h"] },
  { longest: 48 * 3_600 + 1, marks: ["0 s", "24 h", "48 h", "72 h"] },
])
  test(`a scale up to ${String(longest)} seconds is marked at ${marks.join(", ")}`, () => {
    expect(timeTicks(longest).map(formatDuration)).toEqual(marks);
  });

test("whatever the longest wait, it is on the scale, and the scale has one to four steps", () => {
  for (let longest = 0; longest < 40 * 86_400; longest += 997) {
    const ticks = timeTicks(longest);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(longest);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(6);
  }
});
