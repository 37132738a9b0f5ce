import { expect, type Page } from "@playwright/test";

/** Chooses the setting, once a shift. */
export async function chooseSetting(page: Page, name: string): Promise<void> {
  await page.goto("/setting");
  await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Check a child" })).toBeVisible();
}

/** Types a number on the pad on the page and asks. */
export async function check(page: Page, nhsNumber: string): Promise<void> {
  const keys = page.getByRole("group", { name: "Number keys" });
  for (const digit of nhsNumber) await keys.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
}
