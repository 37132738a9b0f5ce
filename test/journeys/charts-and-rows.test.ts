import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { rowsSaidAtEnd } from "@/server/vocabulary/rows-file";
import { test } from "@/test/support/product";

interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the browser saves when this is done, and under which name. */
async function saved(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const coming = page.waitForEvent("download");
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The drawing as a browser reads it. */
function readDrawing(page: Page, { bytes }: SavedFile) {
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const foreign = "script, a, image, use, style, foreignObject, [style], [class], [href]";
    return {
      root: root.localName,
      title: root.querySelector("title")?.textContent,
      text: root.textContent,
      foreign: root.querySelectorAll(foreign).length,
      ground: root.querySelector("rect")?.getAttribute("fill"),
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
      bars: root.querySelectorAll("path").length,
    };
  }, bytes.toString("utf8"));
}

function readPicture(page: Page, { bytes }: SavedFile) {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  }, bytes.toString("base64"));
}

/** What the browser complains of, such as something that the page's policy forbids. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

test("a manager takes a chart away as SVG and as PNG with the keyboard, light and whole, at night too", async ({
  signIn,
}) => {
  const manager = await signIn("operator");
  const complaints = complaintsOf(manager);
  await manager.emulateMedia({ colorScheme: "dark" });
  await manager.goto("/insight");
  const chart = manager.getByRole("figure").filter({ hasText: "Lookups by day and answer" });
  await expect(chart.locator(".recharts-bar-rectangle").first()).toBeVisible();
  const saveAs = (kind: string) =>
    chart.getByRole("button", { name: `Save as ${kind} the chart Lookups by day and answer` }).press("Enter");

  const drawing = await saved(manager, () => saveAs("SVG"));
  await expect(chart.getByRole("status")).toHaveText("Saved as SVG.");
  expect(drawing.name).toBe("lantern-lookups-by-day-and-answer.svg");
  const seen = await readDrawing(manager, drawing);
  const title = "Lookups by day and answer";
  expect(seen).toMatchObject({ root: "svg", title, foreign: 0, ground: "#ffffff" });
  expect(seen.bars).toBeGreaterThan(0);
  for (const words of ["Could not check", "As at", "Source: Lantern, Figures, the whole", " to "]) {
    expect(seen.text).toContain(words);
  }
  expect(drawing.bytes.toString("utf8")).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org\/)|javascript:/);

  const picture = await saved(manager, () => saveAs("PNG"));
  expect(picture.name).toBe("lantern-lookups-by-day-and-answer.png");
  expect(await readPicture(manager, picture)).toEqual({ width: seen.width * 2, height: seen.height * 2 });
  expect(complaints).toEqual([]);
});

test("a saved chart leaves small numbers out and says so, and the page goes on to show them", async ({
  signIn,
}) => {
  const manager = await signIn("la-manager");
  await manager.goto("/insight?days=28");
  const chart = manager.getByRole("figure").filter({ hasText: "Alerts by day, taken or not" });
  const bars = chart.locator(".recharts-bar-rectangle path");
  await expect(bars.first()).toBeVisible();
  const drawn = await bars.count();

  const drawing = await saved(manager, () => chart.getByRole("button", { name: /^Save as SVG/ }).click());
  await expect(chart.getByRole("status")).toHaveText("Saved as SVG.");
  const seen = await readDrawing(manager, drawing);
  expect(seen.text).toMatch(/Numbers under 5, others from which they\s*could be worked out/);
  expect(seen.bars).toBeLessThan(drawn);
  await expect(bars).toHaveCount(drawn);
});

/** In the browser: the next file of many rows begins with this text, and nothing more of it comes. */
function beginFileThatWaits(begun: string): void {
  window.fetch = (_address, { signal } = {}) =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (file) => {
            file.enqueue(new TextEncoder().encode(begun));
            signal?.addEventListener("abort", () => file.error(signal.reason));
          },
        }),
        { headers: { "lantern-rows": "200000" } },
      ),
    );
}

test("a manager takes all rows behind a figure away; one that is not whole is not saved, one under way can be stopped", async ({
  signIn,
}) => {
  const manager = await signIn("operator");
  await manager.goto("/insight/rows?measure=lookups&days=28");
  const take = manager.getByRole("link", { name: "Take all these rows away (CSV)" });
  await manager.waitForLoadState("networkidle");
  await manager.route("**/api/figure-rows?*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).split('"end of file')[0] ?? "" });
  });
  await take.click();
  await expect(manager.getByText("The file broke off before its end. Nothing was saved.")).toBeVisible();
  await manager.unroute("**/api/figure-rows?*");

  const file = await saved(manager, () => take.click());
  await expect(manager.getByText(/^Saved: [\d,]+ rows?, the file is whole\.$/)).toBeVisible();
  const text = file.bytes.toString("utf8");
  const lines = parse(text, { bom: true, relax_column_count: true });
  expect(rowsSaidAtEnd(text)).toBe(lines.length - 2);
  expect(lines[0]).toEqual(["asked (UTC)", "care setting", "organisation", "kind", "answer"]);

  await manager.evaluate(
    beginFileThatWaits,
    file.bytes.toString("utf8").split("\r\n").slice(0, 3).join("\r\n"),
  );
  await take.click();
  await expect(manager.getByText("1 of 200,000 rows")).toBeVisible();
  await expect(manager.getByRole("progressbar", { name: "Rows fetched" })).toHaveAttribute("max", "200000");
  await manager.getByRole("button", { name: "Stop" }).click();
  await expect(manager.getByText("Stopped. Nothing was saved.")).toBeVisible();
});

test("a manager has the week’s figures sent by e-mail, changes where to, and stops them, and the page says so each time", async ({
  signIn,
}) => {
  const manager = await signIn("la-manager");
  await manager.goto("/uptake");
  await expect(manager.getByRole("link", { name: "Take these figures away (CSV)" })).toBeVisible();
  await manager.getByRole("link", { name: "Have the week’s figures sent by e-mail" }).click();
  await expect(manager.getByText("You are not sent any.")).toBeVisible();

  await manager.getByRole("button", { name: "Send me one each Monday" }).click();
  await expect(manager.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await manager.getByLabel("Your e-mail address at work").fill("manager@council.example");
  await manager.getByRole("button", { name: "Send me one each Monday" }).click();
  await expect(
    manager.getByText(/^They go to m•••@council\.example\. The next one comes on Monday/),
  ).toBeVisible();
  await expect(
    manager.getByRole("status").getByText("Saved: from now on to m•••@council.example."),
  ).toBeVisible();
  await manager.getByLabel("Another e-mail address").fill("office@council.example");
  await manager.getByRole("button", { name: "Send them there" }).click();
  await expect(
    manager.getByRole("status").getByText("Saved: from now on to o•••@council.example."),
  ).toBeVisible();
  await manager.reload();
  await expect(manager.getByText(/^They go to o•••@council\.example\./)).toBeVisible();

  await manager.getByRole("button", { name: "Stop these e-mails" }).click();
  await expect(manager.getByText("You are not sent any.")).toBeVisible();
  await manager.reload();
  await expect(manager.getByText("You are not sent any.")).toBeVisible();
  await expect(manager.getByRole("button", { name: "Stop these e-mails" })).toHaveCount(0);
});
