import { expect, type Locator, type Page, type Route } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { alertReference, check, chooseSetting, nameOnCard, numberField, verdicts } from "@/test/support/crew";
import { openAlert } from "@/test/support/duty";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { answerInstead, questionRoute, untilShellIsKept } from "@/test/support/waiting";

const [robin, alex, stranger] = ["9990000018", "9990000026", "9990548609"];

test("three children of one call: who is known stands on top, and the duty worker sees one bundle", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  const first = await alertReference(crew);
  await another(crew);
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expect(strip(crew)).toContainText("1 child known to children’s social care. No plan is held of 1.");
  await expectAccessible(crew);
  await another(crew);
  await check(crew, alex);
  const second = await alertReference(crew);
  await sayUnidentified(crew);
  await expect(strip(crew)).toContainText("2 children known to children’s social care.");
  await expect(strip(crew)).toContainText("1 more child not identified (5 to 11).");

  const duty = await signIn("duty");
  await duty.goto("/duty");
  const bundle = duty.getByRole("listitem").filter({ hasText: "One call: 2 children known to Leeds" });
  await expect(bundle).toContainText("1 more child not identified (5 to 11)");
  await expect(bundle.getByRole("heading")).toHaveCount(2);
  await expectAccessible(duty);
  await openAlert(duty, first);
  await expect(sameCall(duty)).toContainText(
    "2 children known to you, 1 more child not identified (5 to 11)",
  );
  await expectAccessible(duty);
  await sameCall(duty)
    .getByRole("link", { name: `Alert ${second}` })
    .click();
  await expect(sameCall(duty).getByRole("link", { name: `Alert ${first}` })).toBeVisible();
});

test("a card is only ever shown under its own number, however quickly the crew changes and in whatever order answers come", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
  const name = await nameOnCard(crew);
  await another(crew);
  const late = await holdBack(crew, questionRoute);
  await check(crew, stranger);
  await expect(crew.getByRole("button", { name: "Checking…" })).toBeVisible();

  await childOfCall(crew, "999 000 0018").click();
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
  late.release();

  await expect(childOfCall(crew, "999 054 8609")).toContainText("No plan is held");
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
  expect(await nameOnCard(crew)).toBe(name);
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
  await childOfCall(crew, "999 054 8609").click();
  await expect(numberOnCard(crew)).toContainText("999 054 8609");
  await expect(verdicts(crew).held).toHaveCount(0);
  await expect(crew.getByRole("article")).not.toContainText(name);
});

test("after a reload the call is as it was, and of cards that are opened the last one is shown", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  await expect(verdicts(crew).held).toBeVisible();
  await another(crew);
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();
  const own = await holdBack(crew, "**/api/trpc/incident.own*");
  await crew.goto("/check");
  await expect(strip(crew)).toContainText("You are on a call.");
  const before = await numberField(crew).boundingBox();
  own.release();
  await expect(strip(crew)).toContainText("1 child known to children’s social care");
  expect(await numberField(crew).boundingBox(), "no key moves under a thumb").toEqual(before);

  const late = await holdBack(crew, "**/api/trpc/lookup.card*");
  await childOfCall(crew, "999 000 0018").click();
  await expect(crew.getByRole("heading", { name: "Opening the card…" })).toBeVisible();
  await crew.goBack();
  await crew.goto("/check");
  late.release();
  await childOfCall(crew, "999 054 8609").click();

  await expect(numberOnCard(crew)).toContainText("999 054 8609");
  await expect(verdicts(crew).held).toHaveCount(0);
});

test("going back leads through the cards of the call, each under its own number", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
  await another(crew);
  await check(crew, stranger);
  await expect(numberOnCard(crew)).toContainText("999 054 8609");

  await crew.goBack();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
  await crew.goBack();
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
  await expect(verdicts(crew).held).toBeVisible();
  await crew.goForward();
  await crew.goForward();
  await expect(numberOnCard(crew)).toContainText("999 054 8609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("what could not be checked stays in the list as such, and a tap asks the same question again", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await answerInstead(crew, questionRoute, (route) => route.abort("connectionreset"));
  await check(crew, stranger);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(strip(crew)).toContainText("1 child could not be checked.");
  await crew.getByRole("button", { name: "Check another number" }).click();
  await crew.context().unrouteAll({ behavior: "wait" });

  await childOfCall(crew, "999 054 8609").click();

  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expect(strip(crew)).toContainText("No plan is held of the 1 child checked.");
});

test("another call is another call: nothing of the first is on the screen, and nothing ties the two", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  await expect(verdicts(crew).held).toBeVisible();

  await crew.getByRole("button", { name: "This is another call" }).click();
  await expect(crew.getByRole("region", { name: "Children of this call" })).toHaveCount(0);
  await check(crew, alex);
  await expect(verdicts(crew).held).toBeVisible();
  await expect(strip(crew)).toContainText("1 child known to children’s social care.");

  const calls = await askOwner(
    product.ownerUrl,
    z.object({ calls: z.number() }),
    `select count(distinct incident_id)::int as calls from (
       select incident_id from lookup where nhs_number in ('${robin}', '${alex}') order by asked_at desc limit 2) newest`,
  );
  expect(calls).toEqual([{ calls: 2 }]);
  await crew.reload();
  await expect(strip(crew)).toContainText("1 child known to children’s social care.");
});

async function another(crew: Page): Promise<void> {
  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
}

async function sayUnidentified(crew: Page): Promise<void> {
  await crew.getByText("A child I cannot identify is here").click();
  await crew.getByLabel("How old do they look?").selectOption("5-to-11");
  await crew.getByRole("button", { name: "Record it" }).click();
}

function strip(crew: Page): Locator {
  return crew.getByRole("region", { name: "This call", exact: true });
}

function childOfCall(crew: Page, number: string): Locator {
  return crew.getByRole("region", { name: "Children of this call" }).getByRole("button", { name: number });
}

function numberOnCard(crew: Page): Locator {
  return crew.getByRole("article").getByRole("heading", { level: 1 });
}

function sameCall(duty: Page): Locator {
  return duty.getByRole("region", { name: "The same call" });
}

/** Lets the next answer of this kind wait until it is released. */
async function holdBack(page: Page, url: string): Promise<{ readonly release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const hold = async (route: Route) => {
    await promise;
    await route.continue().catch(() => undefined);
  };
  await untilShellIsKept(page);
  await page.context().route(url, hold, { times: 1 });
  return {
    release: () => {
      resolve(undefined);
    },
  };
}
