import { expect, type Locator, type Page } from "@playwright/test";
import { check, chooseSetting, numberField, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { answerInstead } from "@/test/support/waiting";

const [robin, stranger] = ["9990000018", "9990548609"];

test("back from another page, the child shown last is shown again, and never another in its place", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, robin);
  await expect(verdicts(crew).held).toBeVisible();
  await crew.reload();
  await expect(verdicts(crew).held).toBeVisible();
  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();

  await lookForNumber(crew);
  await crew.goBack();

  await expect(numberOnCard(crew)).toContainText("999 054 8609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
  await crew.goBack();
  await expect(numberField(crew)).toHaveValue("");
  await expect(verdicts(crew).held).toHaveCount(0);
  await crew.goBack();
  await expect(numberOnCard(crew)).toContainText("999 000 0018");
});

test("back from another page, a card goes on with the time it had, and none comes back when that is over", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await crew.clock.install();
  await crew.reload();
  await expect(verdicts(crew).noneHeld).toBeVisible();

  await lookForNumber(crew);
  await crew.clock.fastForward("20:00");
  await crew.goBack();
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await crew.clock.fastForward("10:30");
  await expect(crew.getByText("The last card has been cleared.")).toBeVisible();

  await crew.getByRole("link", { name: "Numbers", exact: true }).click();
  await expect(crew.getByRole("heading", { name: "Duty team numbers" })).toBeVisible();
  await crew.goBack();
  await expect(crew.getByText("This card could not be opened.")).toBeVisible();
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
});

test("a card opened again from the children of the call keeps the time of its first showing", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await crew.clock.install();
  await check(crew, robin);
  await expect(verdicts(crew).held).toBeVisible();
  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await crew.clock.fastForward("20:00");
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await childOfCall(crew, "999 000 0018").click();
  await expect(numberOnCard(crew)).toContainText("999 000 0018");

  await crew.clock.fastForward("10:30");

  await expect(crew.getByText("The last card has been cleared.")).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
});

test("a card that does not come can be left, and is given up in the end", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, stranger);
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await crew.goto("/check");
  await answerInstead(crew, "**/api/trpc/lookup.card*", () => undefined);

  await childOfCall(crew, "999 054 8609").click();
  await expect(crew.getByRole("heading", { name: "Opening the card…" })).toBeVisible();
  await crew.getByRole("button", { name: "Do not wait" }).click();
  await expect(numberField(crew)).toBeVisible();

  await childOfCall(crew, "999 054 8609").click();
  await expect(crew.getByText("This card could not be opened.")).toBeVisible({ timeout: 20_000 });
  await expect(numberField(crew)).toBeVisible();
});

async function lookForNumber(crew: Page): Promise<void> {
  await crew.getByRole("link", { name: "Worried? Find a duty number" }).click();
  await expect(crew.getByRole("heading", { name: "Duty team numbers" })).toBeVisible();
}

function childOfCall(crew: Page, number: string): Locator {
  return crew.getByRole("region", { name: "Children of this call" }).getByRole("button", { name: number });
}

function numberOnCard(crew: Page): Locator {
  return crew.getByRole("article").getByRole("heading", { level: 1 });
}
