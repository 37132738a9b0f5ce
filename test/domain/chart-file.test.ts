import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { isKeptPart, onPaper, paperColours } from "@/app/_ui/chart-file/paper";
import { layOutSheet, sheetFileName } from "@/app/_ui/chart-file/sheet";

const about = {
  page: "Figures",
  whose: "Leeds City Council",
  period: "1 November 2026 to 28 November 2026",
  asAt: "As at 28 November 2026, 13:05.",
};

for (const width of [300, 900]) {
  test(`a saved chart ${String(width)} wide has everything inside, one below the other`, () => {
    const title = "How long until somebody who was told has taken the alert: number of alerts";
    const series = [{ name: "Before", look: "quiet" as const }];
    const sheet = layOutSheet({ title, about, series }, { width, height: 260 });

    const text = sheet.texts.map((line) => line.text).join(" ");
    for (const words of [title, about.period, about.asAt, about.page, about.whose, "Before"]) {
      expect(text).toContain(words);
    }
    const heights = sheet.texts.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(Math.max(...heights)).toBeLessThan(sheet.height);
    for (const line of sheet.texts)
      expect(line.x + line.text.length * line.size * 0.5).toBeLessThan(sheet.width);
    const below = sheet.texts.filter(({ y }) => y > sheet.chart.y).map(({ y, size }) => y - size);
    expect(Math.min(...below)).toBeGreaterThanOrEqual(sheet.chart.y + 260);
  });
}

test("a chart is saved in the colours of the light look", () => {
  const styles = ["_palette", "_insight"]
    .map((name) => readFileSync(`app/_ui/styles/${name}.scss`, "utf8").split("in-dark")[0])
    .join("\n");
  const light = `${styles.split("@mixin dark")[0] ?? ""}${styles.slice(styles.indexOf(":root {\n  --chart"))}`;
  for (const [name, colour] of Object.entries(paperColours)) expect(light).toContain(`${name}: ${colour};`);
});

const written = [
  ["fill", "var(--chart-strong)", "#005eb8"],
  ["fill", "url(#chart-trouble)", "url(#chart-trouble)"],
  ["fill", "url(https://example.org/x#y)", undefined],
  ["clip-path", 'url("#recharts1-clip")', 'url("#recharts1-clip")'],
  ["stroke", "var(--unheard-of)", "#212b32"],
  ["style", "fill: red", undefined],
  ["onclick", "alert(1)", undefined],
  ["href", "https://example.org", undefined],
  ["tabindex", "0", undefined],
] as const;
for (const [name, value, kept] of written) {
  test(`${name}="${value}" is saved as ${kept ?? "nothing"}`, () => {
    expect(onPaper(name, value)).toBe(kept);
  });
}

test("scripts, links, pictures and what follows the pointer are no part of a saved chart", () => {
  for (const name of ["script", "a", "image", "use", "style", "foreignObject"]) {
    expect(isKeptPart(name, "")).toBe(false);
  }
  expect(isKeptPart("path", "recharts-tooltip-cursor")).toBe(false);
  expect(isKeptPart("path", "recharts-rectangle")).toBe(true);
});

test("the name of the file says which chart it is", () => {
  expect(sheetFileName("Lookups, by “day” & answer", "svg")).toBe("lantern-lookups-by-day-answer.svg");
});
