import { expect } from "@playwright/test";
import { addDays } from "@/server/vocabulary/london-time";
import { expectAccessible } from "@/test/support/axe";
import { test } from "@/test/support/product";

test("a manager chooses a day and reads times before and from it, with what is aimed at drawn as lines", async ({
  signIn,
}) => {
  const manager = await signIn("la-manager");
  await manager.goto("/insight/times?from=2026-01-01&to=2026-01-31&by=day");
  const day = manager.getByLabel("Compare before and from this day (optional)");
  await day.fill("2026-02-01");
  await manager.getByRole("button", { name: "Look closer" }).click();
  await expect(
    manager.getByText(/Choose a day to compare that is after the first day/).first(),
  ).toBeVisible();

  await manager.goto("/insight/times?days=28&by=channel");
  const steps = manager.getByRole("table", { name: "From raised, step by step" });
  const raised = async (step: RegExp) => {
    const row = steps.getByRole("row").filter({ hasText: step });
    return Number((await row.getByRole("cell").first().innerText()).replaceAll(",", ""));
  };
  const all = await raised(/^Taken/);
  expect(all).toBeGreaterThan(0);
  const from = await manager.locator("form[aria-label='Look closer'] input[name=from]").inputValue();
  await day.fill(addDays(from, 14));
  await manager.getByRole("button", { name: "Look closer" }).click();

  await expect(steps.getByRole("rowheader", { name: /^Taken, before / })).toBeVisible();
  expect((await raised(/^Taken, before /)) + (await raised(/^Taken, from /))).toBe(all);
  const spread = manager.getByRole("table", { name: "How long until taken, in alerts" });
  await expect(spread.getByRole("columnheader", { name: "Before" })).toBeVisible();
  await expect(spread.getByRole("columnheader", { name: "From that day" })).toBeVisible();
  await expectAccessible(manager);

  await manager.goto("/insight/times?days=28&step=taken&by=day");
  const chart = manager
    .locator(".recharts-wrapper")
    .filter({ has: manager.locator(".recharts-reference-line") });
  await expect(chart.first().getByText("Aimed at: 5 min")).toBeVisible();
});
