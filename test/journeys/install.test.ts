import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, openSeldom, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import {
  answerInstead,
  askWithoutSignal,
  questionRoute,
  readyPhone,
  untilAnswered,
  untilShellIsKept,
} from "@/test/support/waiting";

const agents = [
  { device: "iPhone or iPad", agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari/604.1" },
  {
    device: "Android phone or tablet",
    agent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile",
  },
  { device: "Computer", agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0" },
];

for (const { device, agent } of agents) {
  test(`whoever comes with this device finds its steps open and first: ${device}`, async ({
    browser,
    product,
  }) => {
    const context = await browser.newContext({ userAgent: agent, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${product.origin}/sign-in`);
    await page.getByRole("link", { name: "Put Lantern on your home screen" }).click();

    const first = page.getByRole("group").first();
    await expect(first.getByText(device)).toBeVisible();
    await expect(first.getByRole("listitem").first()).toBeVisible();
    await expect(page.getByRole("listitem")).toHaveCount(await first.getByRole("listitem").count());
    await expectAccessible(page);
    await context.close();
  });
}

test("the browser's offer to install waits for the page about it, and is made once", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const wasHeldBack = await crew.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    Object.assign(offer, { prompt: () => Promise.resolve({ outcome: "accepted" }) });
    window.dispatchEvent(offer);
    return offer.defaultPrevented;
  });
  expect(wasHeldBack).toBe(true);

  await openSeldom(crew, "Install");
  await crew.getByRole("button", { name: "Install Lantern now" }).click();

  await expect(crew.getByText("Lantern is being installed.")).toBeVisible();
  await expect(crew.getByRole("button", { name: "Install Lantern now" })).toHaveCount(0);
});

test("a new version is not offered in the middle of a lookup or while something waits", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await check(crew, "9990548609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await newVersionComes(crew);
  await expect(offer(crew)).toHaveCount(0);
  await crew.getByRole("button", { name: "Check another child" }).click();
  await expect(offer(crew)).toBeVisible();
  await askWithoutSignal(crew, "9990000018");
  await expect(offer(crew)).toHaveCount(0);
  await crew.getByRole("button", { name: "Check another number" }).click();
  await expect(offer(crew)).toHaveCount(0);

  await crew.context().setOffline(false);
  await crew.getByRole("link", { name: /^Open the answer/ }).click();
  await expect(verdicts(crew).held).toBeVisible();
});

test("a question that waits outlives a change of the service worker", async ({ signIn }) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, "9990548609");
  await answerInstead(crew, questionRoute, (route) => route.abort());
  await crew.context().setOffline(false);
  await newVersionComes(crew);
  await crew.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.waiting?.postMessage({ type: "SKIP_WAITING" });
  });
  // After a change of workers a browser that a test steers sometimes never begins to load; why
  // is not known. What is shown here is what becomes of the question, so it is loaded once more.
  await expect(() => crew.reload({ timeout: 15_000 })).toPass({ timeout: 60_000 });
  await untilShellIsKept(crew);
  await crew.context().unrouteAll({ behavior: "wait" });
  await untilAnswered(crew);

  await crew.getByRole("link", { name: /^Open the answer/ }).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("an app of an earlier day and a newer service part as friends: no answer is ever made up", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await answerInstead(crew, questionRoute, (route) =>
    route.fulfill({
      status: 404,
      json: { error: { json: { message: "No procedure", code: -32004, data: { code: "NOT_FOUND" } } } },
    }),
  );

  await check(crew, "9990548609");

  await expect(verdicts(crew).noneHeld).toHaveCount(0);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
});

/** Another worker comes and waits. An update of the same address cannot be put in its way by a test. */
async function newVersionComes(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js?build=another", { scope: "/", updateViaCache: "none" });
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
}

function offer(page: Page) {
  return page.getByText("A new version of Lantern is ready.");
}
