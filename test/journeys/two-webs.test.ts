import { expect, type Browser, type Page } from "@playwright/test";
import { test as base } from "@/test/support/product";
import { startSecondWeb, type SecondWeb } from "@/test/support/second-web";

const test = base.extend<{ readonly second: SecondWeb }>({
  second: async ({ product }, use) => {
    const second = await startSecondWeb(product);
    await use(second);
    await second.stop();
  },
});

/** As `docs/operations.md` has them under "A web for managers". */
const managersPaths =
  /^\/(?:insight|tonight|quality|uptake|drills|audit|api\/figures|api\/figure-rows)(?:\/|$)/;

/** The same person, without the service worker, whose requests could not be sent on. */
async function withoutServiceWorker(browser: Browser, signedIn: Page, origin: string): Promise<Page> {
  const storageState = await signedIn.context().storageState();
  const context = await browser.newContext({ storageState, baseURL: origin, serviceWorkers: "block" });
  return context.newPage();
}

/** As a proxy before two webs does: managers' paths go to the second. Gives the paths that went there. */
async function sendOn(page: Page, from: string, to: string): Promise<readonly string[]> {
  const sent: string[] = [];
  await page.route(`${from}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (!managersPaths.test(pathname)) return route.continue();
    const headers = { ...(await route.request().allHeaders()), host: new URL(from).host };
    const response = await route.fetch({ url: `${to}${pathname}${search}`, headers, maxRedirects: 0 });
    sent.push(pathname);
    await route.fulfill({ response });
  });
  return sent;
}

test("managers read at a web of their own: signed in and out by the other, and each takes the forms of both", async ({
  signIn,
  browser,
  product,
  second,
}) => {
  const signedIn = await signIn("la-manager", { width: 1280, height: 900 });
  const manager = await withoutServiceWorker(browser, signedIn, product.origin);

  await manager.goto("/insight/digest");
  await expect(manager.getByText("You are not sent any.")).toBeVisible();
  const sent = await sendOn(manager, product.origin, second.origin);
  await manager.getByLabel("Your e-mail address at work").fill("manager@council.example");
  await manager.getByRole("button", { name: "Send me one each Monday" }).click();
  await expect(manager.getByText(/^They go to m•••@council\.example\./)).toBeVisible();
  expect(sent).toContain("/insight/digest");

  await manager.goto("/tonight");
  await expect(manager.getByText(/^As at/).first()).toBeVisible();
  await manager.getByRole("link", { name: "Figures", exact: true }).click();
  await expect(manager.getByRole("figure").first()).toBeVisible();
  expect(sent).toEqual(expect.arrayContaining(["/tonight", "/insight"]));

  await signedIn.goto("/insight/digest");
  await signedIn.getByRole("button", { name: "Stop these e-mails" }).click();
  await expect(signedIn.getByText("You are not sent any.")).toBeVisible();
  await manager.goto("/insight/digest");
  await expect(manager.getByText("You are not sent any.")).toBeVisible();

  await signedIn.getByRole("button", { name: "Sign out" }).click();
  await expect(signedIn).toHaveURL(/\/sign-in/);
  await manager.goto("/insight");
  await expect(manager).toHaveURL(/\/sign-in/);
  await manager.unrouteAll({ behavior: "ignoreErrors" });
  await manager.context().close();
});
