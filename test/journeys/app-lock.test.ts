import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { answerNotice, askWithoutSignal, rawDatabase, readyPhone } from "@/test/support/waiting";

const pin = "2749";

test("after two minutes without a touch the app is locked, the card is gone, and the PIN opens it without a network", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await crew.clock.install();
  await readyPhone(crew);
  await turnLockOn(crew);
  await crew.goto("/check");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  await crew.clock.fastForward("01:50");
  await crew.keyboard.press("Shift");
  await crew.clock.fastForward("01:50");
  await expect(verdicts(crew).held).toBeVisible();

  await crew.clock.fastForward("00:15");

  await expect(lockTitle(crew)).toBeVisible();
  await expect(crew.getByRole("dialog")).toContainText("Priya Nair");
  await expect(crew.getByText("999 000 0018")).toHaveCount(0);
  await crew.context().setOffline(true);
  await unlock(crew, pin);
  await expect(lockTitle(crew)).toHaveCount(0);
  await expect(crew.getByText("The last card has been cleared.")).toBeVisible();
});

test("a reload of a locked phone shows the lock and nothing else", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await turnLockOn(crew);
  await lockNow(crew);
  await crew.goto("/check");

  await expect(lockTitle(crew)).toBeVisible();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeHidden();
  await expect(crew.getByText("Where I work")).toBeHidden();
  await expectAccessible(crew);
  await unlock(crew, pin);
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
});

test("a page of a locked phone is out of sight even before any script of ours has come", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await turnLockOn(crew);
  await lockNow(crew);
  await crew.route("**/_next/static/**/*.js", (route) => route.abort());

  await crew.goto("/check");

  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeHidden();
  await expect(crew.getByText("Priya Nair")).toBeHidden();
});

test("five wrong PINs sign out and leave nothing, also without a network; reloading buys no other try", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await turnLockOn(crew);
  await crew.goto("/check");
  await askWithoutSignal(crew, "9990000018");
  await lockByHand(crew);
  await unlock(crew, "1111");
  await expect(crew.getByText("4 tries are left.")).toBeVisible();
  for (const left of ["3 tries are left.", "2 tries are left.", "One try is left"]) {
    await unlock(crew, "1111");
    await expect(crew.getByText(left)).toBeVisible();
  }
  await crew.reload();
  await expect(lockTitle(crew)).toBeVisible();
  await unlock(crew, "1111");

  await expect(crew.getByRole("heading", { name: "Signing you out" })).toBeVisible();
  expect(await rawDatabase(crew)).not.toContain('"state"');
  await crew.context().setOffline(false);
  await expect(crew.getByText("You are signed out")).toBeVisible();
  await crew.goto("/check");
  await expect(crew.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
});

test("whoever closes the app after five wrong PINs finds no way in when the signal returns", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await turnLockOn(crew);
  await lockNow(crew);
  await crew.context().setOffline(true);
  for (const wrong of ["1111", "1112", "1113", "1114", "1115"]) await unlock(crew, wrong);
  await expect(crew.getByRole("heading", { name: "Signing you out" })).toBeVisible();
  const context = crew.context();
  await crew.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto("/check");

  await expect(next.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
  await expect(next.getByRole("heading", { name: "Check a child" })).toHaveCount(0);
});

test("one window locks and opens all", async ({ signIn }) => {
  const crew = await signIn("crew");
  await turnLockOn(crew);
  const second = await crew.context().newPage();
  await second.goto("/setting");
  await lockNow(crew);
  await expect(lockTitle(second)).toBeVisible();

  await unlock(second, pin);

  await expect(lockTitle(second)).toHaveCount(0);
  await expect(lockTitle(crew)).toHaveCount(0);
});

test("a locked phone goes on asking what waits, and says only that an answer is there", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await turnLockOn(crew);
  await crew.goto("/check");
  await askWithoutSignal(crew, "9990000018");
  await lockByHand(crew);
  await expect(crew.getByText("1 question waits for a signal.")).toBeVisible();

  await crew.context().setOffline(false);

  await expect(crew.getByRole("dialog").getByText("An answer is there.")).toBeVisible();
  await expect(answerNotice(crew)).toBeHidden();
  expect(await crew.getByRole("dialog").innerText()).not.toContain("999");
});

test("a PIN that is gone with the phone's storage lets nobody in", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await turnLockOn(crew);
  await lockNow(crew);
  await crew.evaluate(() => {
    indexedDB.deleteDatabase("lantern-phone");
  });

  await crew.goto("/check");

  await expect(crew.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
});

test("without a touch there is always a name, and two taps lead to the next person's sign-in", async ({
  signIn,
}) => {
  const crew = await signIn("crew", { width: 320, height: 640 });
  await chooseSetting(crew, "Ambulance");
  await expect(crew.getByRole("banner").getByText("Priya Nair")).toBeVisible();

  await crew.getByRole("button", { name: "Sign out" }).click();
  await crew.getByRole("link", { name: "Sign in with Care Identity" }).click();

  await expect(crew.getByRole("heading", { name: "Who are you?" })).toBeVisible();
});

test("while nobody looks, a blank sheet lies over the page", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();

  await setVisibility(crew, "hidden");
  const sheet = await crew.evaluate(() => {
    const { position, inset, backgroundColor, zIndex } = getComputedStyle(document.body, "::after");
    return { position, inset, backgroundColor, zIndex };
  });
  expect(sheet).toMatchObject({ position: "fixed", inset: "0px", zIndex: "1000" });
  expect(sheet.backgroundColor).toMatch(/^rgb\(/);

  await setVisibility(crew, "visible");
  expect(await crew.evaluate(() => getComputedStyle(document.body, "::after").content)).toBe("none");
  await expect(verdicts(crew).held).toBeVisible();
});

test("a PIN that anybody would try first, or that is typed differently twice, is not taken", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await crew.goto("/lock");
  const set = async (one: string, other: string) => {
    await crew.getByLabel("Choose a PIN").fill(one);
    await crew.getByLabel("The same PIN again").fill(other);
    await crew.getByRole("button", { name: "Turn the lock on" }).click();
  };
  await set("0000", "0000");
  await expect(crew.getByText("This PIN is the first that anybody tries.")).toBeVisible();
  await set("27", "27");
  await expect(crew.getByText("A PIN has 4 to 6 digits.")).toBeVisible();
  await set("2749", "2748");
  await expect(crew.getByText("The two PINs are not the same.")).toBeVisible();
  await expectAccessible(crew);
});

async function turnLockOn(page: Page): Promise<void> {
  await page.goto("/lock");
  await page.getByLabel("Choose a PIN").fill(pin);
  await page.getByLabel("The same PIN again").fill(pin);
  await page.getByRole("button", { name: "Turn the lock on" }).dblclick();
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
}

async function lockNow(page: Page): Promise<void> {
  await page.goto("/lock");
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(lockTitle(page)).toBeVisible();
}

/** Without leaving the page: as the clock does it. */
async function lockByHand(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.setItem("lantern-lock", "locked");
  });
  await expect(lockTitle(page)).toBeVisible();
}

async function unlock(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Your PIN").fill(typed);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("button", { name: "Unlock" }).and(page.locator(":disabled"))).toHaveCount(0);
}

function lockTitle(page: Page) {
  return page.getByRole("heading", { name: "Locked", exact: true });
}

async function setVisibility(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((next) => {
    Object.defineProperty(document, "visibilityState", { value: next, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
