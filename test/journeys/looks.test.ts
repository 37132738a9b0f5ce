import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { contrastOf } from "@/test/support/contrast";
import { askButton, check, chooseSetting, numberField, openSeldom, verdicts } from "@/test/support/crew";
import { holdScriptsBack } from "@/test/support/early-page";
import { doubleText, expectToFit, feelVibration } from "@/test/support/looks";
import { openPractice } from "@/test/support/practice";
import { test } from "@/test/support/product";
import { answerInstead, questionRoute } from "@/test/support/waiting";

const pageColour = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
/** What the phone takes for its bar: the first that goes with it. */
const barColour = (page: Page) =>
  page.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    return metas.find(({ media }) => media === "" || matchMedia(media).matches)?.content;
  });
const dark = "rgb(17, 24, 28)";
const light = "rgb(240, 244, 245)";
const another = (page: Page) => page.getByRole("button", { name: /^Check another/ });

async function choose(page: Page, ...answers: readonly string[]): Promise<void> {
  await page.goto("/appearance");
  for (const answer of answers) await page.getByRole("radio", { name: answer, exact: true }).check();
}

test("light or dark is chosen on the page, shown at once, and stays with the phone when its person signs out", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await openSeldom(crew, "Looks");
  await crew.getByRole("radio", { name: "Always dark" }).check();
  await expect(crew.getByRole("status").filter({ hasText: "Always dark" })).toContainText(
    "Kept on this phone.",
  );
  expect(await pageColour(crew)).toBe(dark);
  expect(await barColour(crew)).toBe("rgb(0 58 120)");
  await crew.getByRole("radio", { name: "Left hand" }).check();

  await crew.goto("/check");
  expect(await pageColour(crew)).toBe(dark);
  expect(await barColour(crew)).toBe("rgb(0 58 120)");
  await crew.getByRole("button", { name: "Sign out" }).click();
  await expect(crew.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();

  expect(await pageColour(crew)).toBe(dark);
  // The phone is locked while it is emptied.
  await expect
    .poll(() => crew.evaluate(() => JSON.stringify(localStorage)))
    .toBe('{"lantern-look":"dark left"}');
  await crew.goto("/appearance");
  await expect(crew.getByRole("radio", { name: "Always dark" })).toBeChecked();
  await expect(crew.getByRole("radio", { name: "Left hand" })).toBeChecked();
});

test("light stays light on a dark phone, and without a choice the phone decides", async ({ signIn }) => {
  const crew = await signIn("crew");
  await crew.emulateMedia({ colorScheme: "dark" });
  await crew.goto("/setting");
  expect(await pageColour(crew)).toBe(dark);

  await choose(crew, "Always light");
  await crew.goto("/setting");

  expect(await pageColour(crew)).toBe(light);
  expect(await barColour(crew)).toBe("rgb(0 94 184)");
  await choose(crew, "As the phone has it");
  expect(await pageColour(crew)).toBe(dark);
  expect(await barColour(crew)).toBe("#003a78");
});

test("what makes no sense in the phone's storage is as good as no choice", async ({ signIn }) => {
  const crew = await signIn("crew");
  await crew.evaluate(() => localStorage.setItem("lantern-look", 'x"><script> up'));
  await crew.goto("/setting");

  expect(await pageColour(crew)).toBe(light);
  expect(await crew.evaluate(() => JSON.stringify(document.documentElement.dataset))).toBe("{}");
});

test.describe("before its scripts have come", () => {
  test.use({ serviceWorkers: "block" });

  test("a page is dark for whoever chose dark: nothing flashes", async ({ signIn }) => {
    const crew = await signIn("crew");
    await choose(crew, "Always dark");
    const letCome = await holdScriptsBack(crew);

    await crew.goto("/setting", { waitUntil: "commit" });
    await expect(crew.getByRole("heading", { level: 1 })).toBeVisible();

    expect(await pageColour(crew)).toBe(dark);
    letCome();
  });
});

for (const hand of ["Right hand", "Left hand"] as const) {
  for (const place of ["check", "practice"] as const) {
    test(`${hand}, on its side: all keys and the button that asks are in sight on /${place}, on that side`, async ({
      signIn,
    }) => {
      const crew = await signIn("crew");
      await chooseSetting(crew, "Ambulance");
      await choose(crew, hand);
      await crew.setViewportSize({ width: 844, height: 390 });
      await crew.goto(`/${place}`);

      const keys = crew.getByRole("group", { name: "Number keys" }).getByRole("button");
      await expect(keys).toHaveCount(12);
      for (const key of await keys.all()) {
        await expect(key).toBeInViewport({ ratio: 1 });
        const { width, height } = await boxOf(key);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
      await expect(askButton(crew)).toBeInViewport({ ratio: 1 });
      await expect(numberField(crew)).toBeInViewport({ ratio: 1 });
      await expect(crew.getByText("10 digits needed")).toBeInViewport({ ratio: 1 });
      const [field, one, ask] = [
        await boxOf(numberField(crew)),
        await boxOf(keys.first()),
        await boxOf(askButton(crew)),
      ];
      const order = [field.x, one.x, ask.x];
      expect(order).toEqual(order.toSorted((a, b) => (hand === "Right hand" ? a - b : b - a)));
      await expectToFit(crew, "on its side");
    });
  }
}

test("on an upright phone all keys and the button that asks are in sight without scrolling", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");

  await expect(askButton(crew)).toBeInViewport({ ratio: 1 });
  await expect(crew.getByRole("group", { name: "Number keys" })).toBeInViewport({ ratio: 1 });
});

test("for the left hand Delete changes places with Clear", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const placeOf = async (name: string) => (await boxOf(crew.getByRole("button", { name, exact: true }))).x;
  expect(await placeOf("Delete")).toBeGreaterThan(await placeOf("Clear"));

  await choose(crew, "Left hand");
  await crew.goto("/check");

  expect(await placeOf("Delete")).toBeLessThan(await placeOf("Clear"));
});

for (const isDouble of [false, true]) {
  test(`on 320 pixels ${isDouble ? "at 200 % text " : ""}nothing scrolls sideways, sticks out or is cut off`, async ({
    signIn,
  }) => {
    const crew = await signIn("crew", { width: 320, height: 640 });
    const look = async (where: string) => {
      if (isDouble) await doubleText(crew);
      await expectToFit(crew, where);
    };
    await chooseSetting(crew, "Ambulance");
    await look("the pad");
    await check(crew, "9990000042");
    await expect(verdicts(crew).held).toBeVisible();
    await look("held");
    await another(crew).click();
    await check(crew, "9990548609");
    await expect(verdicts(crew).noneHeld).toBeVisible();
    await look("none held");
    await another(crew).click();
    await answerInstead(crew, questionRoute, (route) => route.abort());
    await check(crew, "9990548609");
    await expect(verdicts(crew).couldNotCheck).toBeVisible();
    await look("could not check");
    for (const place of ["/appearance", "/sign-in", "/setting", "/lock", "/directory", "/install"]) {
      await crew.goto(place);
      await look(place);
    }
    await openPractice(crew);
    await look("practice");
    await check(crew, "9999900038");
    await expect(verdicts(crew).held).toBeVisible();
    await look("practice, held");
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the headline of each answer and the number to ring can be read in sunlight, ${colorScheme}`, async ({
    signIn,
  }) => {
    const crew = await signIn("crew");
    await crew.emulateMedia({ colorScheme });
    await chooseSetting(crew, "Ambulance");

    await check(crew, "9990000018");
    expect(await contrastOf(verdicts(crew).held)).toBeGreaterThanOrEqual(7);
    const number = crew.locator(".call-button:not(.call-button--quiet) .call-button__number");
    expect(await contrastOf(number.first())).toBeGreaterThanOrEqual(7);
    await another(crew).click();
    await check(crew, "9990548609");
    expect(await contrastOf(verdicts(crew).noneHeld)).toBeGreaterThanOrEqual(7);
    await another(crew).click();
    await answerInstead(crew, questionRoute, (route) => route.abort());
    await check(crew, "9990548609");
    expect(await contrastOf(verdicts(crew).couldNotCheck)).toBeGreaterThanOrEqual(7);
  });
}

test("a hand feels held and could not check apart, and none held not at all", async ({ signIn }) => {
  const crew = await signIn("crew");
  const felt = await feelVibration(crew);
  await chooseSetting(crew, "Ambulance");

  await check(crew, "9990548609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  expect(await felt()).toEqual([]);
  await another(crew).click();
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  expect(await felt()).toEqual([[200, 100, 200]]);
  await another(crew).click();
  await answerInstead(crew, questionRoute, (route) => route.abort());
  await check(crew, "9990548609");
  await expect(verdicts(crew).couldNotCheck).toBeVisible();

  expect(await felt()).toEqual([[200, 100, 200], [600]]);
});

test("a phone shakes for nobody who asked for less motion, and a phone that cannot shows the card all the same", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  const felt = await feelVibration(crew);
  await crew.emulateMedia({ reducedMotion: "reduce" });
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  expect(await felt()).toEqual([]);

  await crew.emulateMedia({ reducedMotion: "no-preference" });
  await crew.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "vibrate");
    Reflect.deleteProperty(navigator, "vibrate");
  });
  await crew.goto("/check");
  await check(crew, "9990000018");

  await expect(verdicts(crew).held).toBeVisible();
  expect(await crew.evaluate(() => "vibrate" in navigator)).toBe(false);
});

test("everyone can use the pages for the left hand and the chosen dark", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await choose(crew, "Always dark", "Left hand");
  await expectAccessible(crew);
  await crew.goto("/check");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  await expectAccessible(crew);
});

async function boxOf(target: ReturnType<Page["locator"]>) {
  const box = await target.boundingBox();
  if (box === null) throw new Error("not on the screen");
  return box;
}
