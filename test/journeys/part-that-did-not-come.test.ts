import { expect, type Page, type Route } from "@playwright/test";
import { alertLine, check, chooseSetting, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";

const scripts = "**/_next/static/chunks/**";

test("the answer stands where what follows it cannot be loaded, and a tap loads that", async ({
  browser,
  product,
}) => {
  // A worker would have kept the parts beforehand.
  const context = await browser.newContext({ baseURL: product.origin, serviceWorkers: "block" });
  const crew = await context.newPage();
  await crew.goto("/sign-in?login_hint=crew");
  await chooseSetting(crew, "Ambulance");
  await crew.waitForLoadState("networkidle");
  await crew.route(scripts, abort);

  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  await expect(didNotCome(crew, "What becomes of this check")).toBeVisible();
  await expect(crew.getByRole("link", { name: /^Ring / }).first()).toBeVisible();
  await crew.unroute(scripts, abort);
  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(alertLine(crew)).toBeVisible();

  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await crew.route(scripts, abort);
  await crew.getByRole("link", { name: "I have no NHS number" }).click();
  await expect(didNotCome(crew, "The search by name")).toBeVisible();
  await crew.unroute(scripts, abort);
  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(crew.getByRole("heading", { name: "Find a child by name" })).toBeVisible();
  await context.close();
});

function abort(route: Route): Promise<void> {
  return route.abort();
}

function didNotCome(page: Page, what: string) {
  return page.getByRole("alert").filter({ hasText: `${what} could not be loaded.` });
}
