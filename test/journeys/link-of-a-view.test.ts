import { expect } from "@playwright/test";
import { test } from "@/test/support/product";

const views = [
  ["/insight?from=2026-06-01&to=2026-06-30", "Figures"],
  ["/insight/times?days=7&step=closed&by=rung", "Time to a human"],
  ["/insight/activity?days=91", "Activity"],
  ["/insight/activity/children?seen=widely", "Children seen often"],
] as const;

for (const [address, heading] of views) {
  test(`who is sent ${address} sees that view, also when they have to sign in first`, async ({
    browser,
    product,
  }) => {
    const context = await browser.newContext({ baseURL: product.origin });
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();

    const asked = new URL(page.url());
    asked.searchParams.set("login_hint", "la-manager");
    await page.goto(asked.href);

    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    const { pathname, search } = new URL(page.url());
    expect(`${pathname}${search}`).toBe(address);
    await context.close();
  });
}
