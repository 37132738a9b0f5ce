import { expect, type Page } from "@playwright/test";
import { test } from "@/test/support/product";

/** The colour behind an element, and that of its letters. */
function coloursOf(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return { letters: color, ground: backgroundColor };
    });
}

/** How light a colour such as "rgb(240, 244, 245)" is, from 0 to 255. */
function lightnessOf(colour: string): number {
  const parts =
    colour
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}

for (const { persona, path, numbers } of [
  { persona: "la-manager", path: "/insight", numbers: "Figures by day, the newest first" },
  { persona: "operator", path: "/insight/activity", numbers: "Lookups by care setting" },
  { persona: "operator", path: "/quality", numbers: "Lists by week, newest first" },
  { persona: "operator", path: "/tonight", numbers: undefined },
  { persona: "la-manager", path: "/tonight", numbers: undefined },
]) {
  test(`on paper ${path} of ${persona} has all numbers and nothing to press, dark on white at night too`, async ({
    signIn,
  }) => {
    const manager = await signIn(persona, { width: 1280, height: 900 });
    await manager.emulateMedia({ colorScheme: "dark" });
    await manager.goto(path);
    const main = manager.getByRole("main");
    const table =
      numbers === undefined
        ? main.locator("table:visible, dl:visible")
        : manager.getByRole("table", { name: numbers });
    await expect(table.first()).toBeVisible();
    expect(lightnessOf((await coloursOf(manager, "body")).ground)).toBeLessThan(60);

    await manager.emulateMedia({ media: "print", colorScheme: "dark" });

    for (const role of ["navigation", "button", "textbox"] as const)
      await expect(manager.getByRole(role)).toHaveCount(0);
    await expect(manager.locator("form:visible, .nhsuk-button:visible")).toHaveCount(0);
    await expect(table.first()).toBeVisible();
    await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(main.locator(".verdict").first()).toBeVisible();
    for (const part of ["html", "body", "main", "main h1", "main .verdict", "main td, main dd"]) {
      const { letters, ground } = await coloursOf(manager, part);
      expect(lightnessOf(letters), `letters of ${part}`).toBeLessThan(110);
      if (!ground.endsWith(", 0)")) expect(lightnessOf(ground), `ground of ${part}`).toBeGreaterThan(230);
    }
    // The design system writes where a link leads to behind it: nobody can type these, and some are long.
    const behind = await main
      .locator("a")
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
    expect(["none", "normal"]).toContain(behind);
  });
}

test("on paper no table is cut off, and what was chosen as dark on this phone is not", async ({ signIn }) => {
  const manager = await signIn("operator", { width: 1280, height: 900 });
  await manager.goto("/appearance");
  await manager.getByLabel("Always dark").check();
  await manager.goto("/insight?days=90");
  expect(lightnessOf((await coloursOf(manager, "body")).ground)).toBeLessThan(60);

  await manager.emulateMedia({ media: "print" });

  expect(lightnessOf((await coloursOf(manager, "body")).ground)).toBeGreaterThan(230);
  const cut = await manager
    .locator(".figures-table")
    .evaluateAll((tables) => tables.filter((table) => table.scrollHeight > table.clientHeight + 1).length);
  expect(cut).toBe(0);
});
