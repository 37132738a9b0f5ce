import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { rowsSaidAtEnd } from "@/server/vocabulary/rows-file";
import { test } from "@/test/support/product";

/** What the browser saves when this is done, and under which name. */
async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a manager takes a chart away as PNG and SVG, and all rows behind a figure as a file", async ({
  signIn,
}) => {
  const manager = await signIn("operator");
  const problems: string[] = [];
  manager.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await manager.emulateMedia({ colorScheme: "dark" });
  await manager.goto("/insight");
  const chart = manager.getByRole("figure").filter({ hasText: "Lookups by day and answer" });
  await expect(chart.locator(".recharts-bar-rectangle").first()).toBeVisible();
  const saveAs = (kind: string) =>
    chart.getByRole("button", { name: `Save as ${kind}: Lookups by day and answer` }).press("Enter");

  const drawing = await saved(manager, () => saveAs("SVG"));
  await expect(chart.getByRole("status")).toHaveText("Saved as SVG.");
  expect(drawing.name).toBe("lantern-lookups-by-day-and-answer.svg");
  const seen = await manager.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const root = parsed.documentElement;
    return {
      root: root.localName,
      title: root.querySelector("title")?.textContent,
      text: root.textContent,
      foreign: root.querySelectorAll("script, a, image, use, style, foreignObject, [style], [class], [href]")
        .length,
      isMarked: [...root.querySelectorAll("rect")].some((rect) => rect.getAttribute("fill") === "#ffffff"),
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
      bars: root.querySelectorAll("path").length,
    };
  }, drawing.bytes.toString("utf8"));
  expect(seen).toMatchObject({ root: "svg", title: "Lookups by day and answer", foreign: 0, isMarked: true });
  expect(seen.bars).toBeGreaterThan(0);
  for (const words of ["Could not check", "As at", "Source: Lantern, Figures, the whole service.", " to "]) {
    expect(seen.text).toContain(words);
  }
  expect(drawing.bytes.toString("utf8")).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org\/)|javascript:/);

  const picture = await saved(manager, () => saveAs("PNG"));
  expect(picture.name).toBe("lantern-lookups-by-day-and-answer.png");
  const size = await manager.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  }, picture.bytes.toString("base64"));
  expect(size).toEqual({ width: seen.width * 2, height: seen.height * 2 });

  await manager.getByRole("link", { name: /^Lookups \d/ }).click();
  const take = manager.getByRole("link", { name: "Take all these rows away (CSV)" });
  // Broken off on the way, it is not saved, and that is said.
  await manager.route("**/api/figure-rows?*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).split("end of file")[0] ?? "" });
  });
  await take.click();
  await expect(manager.getByText("The file broke off before its end. Nothing was saved.")).toBeVisible();
  await manager.unroute("**/api/figure-rows?*");

  const rows = await saved(manager, () => take.click());
  await expect(manager.getByText(/^Saved: [\d,]+ rows, the file is whole\.$/)).toBeVisible();
  const text = rows.bytes.toString("utf8");
  const lines = parse(text, { bom: true, relax_column_count: true });
  expect(rowsSaidAtEnd(text)).toBe(lines.length - 2);
  expect(lines[0]).toEqual(["asked (UTC)", "care setting", "organisation", "kind", "answer"]);

  // One that never comes can be stopped.
  await manager.route("**/api/figure-rows?*", () => undefined);
  await take.click();
  await manager.getByRole("button", { name: "Stop" }).click();
  await expect(manager.getByText("Stopped. Nothing was saved.")).toBeVisible();
  expect(problems).toEqual([]);
});
