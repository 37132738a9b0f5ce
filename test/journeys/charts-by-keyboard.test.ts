import { expect, type Page } from "@playwright/test";
import { test } from "@/test/support/product";

/** What the table beside a chart says, oldest first. */
async function tableOf(page: Page, caption: string): Promise<string[][]> {
  const rows = page.getByRole("table", { name: caption }).locator("tbody tr");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  return cells.toReversed();
}

for (const { persona, path, title, caption, column } of [
  {
    persona: "operator",
    path: "/insight?days=28",
    title: "Lookups by day and answer",
    caption: "Figures by day, the newest first",
    column: 2,
  },
  {
    persona: "operator",
    path: "/quality",
    title: "Share that agrees with demographics, by week",
    caption: "Lists by week, newest first",
    column: 3,
  },
]) {
  test(`the arrow keys walk through the chart "${title}", and each reading is announced as the table has it`, async ({
    signIn,
  }) => {
    const manager = await signIn(persona, { width: 1280, height: 900 });
    await manager.goto(path);
    const chart = manager.getByRole("figure").filter({ hasText: title });
    const drawing = chart.getByRole("application", { name: title });
    const reading = chart.locator(".recharts-tooltip-wrapper").getByRole("status");
    const table = await tableOf(manager, caption);
    const valueOf = (place: number) => new RegExp(`: ${String(table[place]?.[column])}(?!\\d)`);

    await expect(drawing).toBeVisible();
    await expect(reading).toHaveCount(0);
    await drawing.focus();
    await expect(reading).toHaveAttribute("aria-live", "assertive");
    await expect(reading).toContainText(valueOf(0));
    await manager.keyboard.press("ArrowRight");
    await manager.keyboard.press("ArrowRight");
    await expect(reading).toContainText(valueOf(2));
    await manager.keyboard.press("ArrowLeft");
    await expect(reading).toContainText(valueOf(1));
    await manager.keyboard.press("Tab");
    await expect(chart.getByRole("button", { name: /^Save as PNG/ })).toBeFocused();
  });
}

test("the chart library comes with pictures, and with no page that has none", async ({ signIn }) => {
  const manager = await signIn("la-manager");
  const carriers = new Set<string>();
  const scripts: Promise<unknown>[] = [];
  manager.on("response", (response) => {
    if (!new URL(response.url()).pathname.endsWith(".js")) return;
    scripts.push(
      response.text().then((script) => script.includes("recharts-wrapper") && carriers.add(response.url())),
    );
  });

  for (const path of ["/tonight", "/duty", "/rota"]) {
    await manager.goto(path);
    await manager.waitForLoadState("networkidle");
    await Promise.all(scripts);
    expect([...carriers], path).toEqual([]);
  }
  expect(scripts.length).toBeGreaterThan(0);

  await manager.goto("/insight");
  await expect(manager.locator(".recharts-wrapper").first()).toBeVisible();
  await expect.poll(() => carriers.size).toBeGreaterThan(0);
});
