import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { alertReference, check, chooseSetting, verdicts } from "@/test/support/crew";
import { addPhone, openAlert, reportMilestone } from "@/test/support/duty";
import { test } from "@/test/support/product";
import { PushMessage } from "@/test/support/read-push-message";

const [robin, stranger] = ["9990000018", "9990548609"];
const desk = { width: 1280, height: 900 };
test("control looks a child up and hands the card to a vehicle; its crew is rung, opens it in their own name, and control sees so", async ({
  signIn,
  push,
}) => {
  test.setTimeout(120_000);
  const crew = await signIn("crew");
  const phone = await addPhone(crew, push);
  await goOnVehicle(crew, "em401");
  const control = await signIn("control", desk);
  await chooseSetting(control, "Control room");
  await check(control, robin);
  const reference = await alertReference(control);
  await find(control, "EM401");
  await expect(panel(control)).toContainText("Signed in: Priya Nair. 1 with a phone that can be told.");
  await expectAccessible(control);
  await control.getByRole("button", { name: "Hand to EM401" }).click();
  await expect(panel(control)).toContainText("Handed to EM401 (1 person)");

  const delivery = await push.waitForDelivery(({ endpoint }) => endpoint === phone.endpoint);
  const { notification, receipt } = PushMessage.parse(delivery.message);
  expect(notification.body).toBe("A card is waiting for you.");
  await reportMilestone(crew, receipt, "shown");
  await expect(panel(control)).toContainText("Priya Nair: shown on their phone at");

  await crew.goto("/check");
  await expect(crew.getByText("A card is waiting for you.")).toBeVisible();
  await expectAccessible(crew);
  await crew.goto(notification.navigate);
  await expect(crew.getByText("From Tom Okafor, control room, at").first()).toBeVisible();
  await expectAccessible(crew);
  await crew.getByRole("button", { name: "Open the card" }).click();
  await expect(verdicts(crew).held).toBeVisible();
  await expect(crew.getByRole("banner")).toContainText("Priya Nair");
  expect(await alertReference(crew)).toBe(reference);

  await expect(panel(control)).toContainText("Priya Nair: opened it at");
  await expect(control.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  await expectAccessible(control);
  const duty = await signIn("duty");
  await openAlert(duty, reference);
  await expect(duty.getByText("Priya Nair", { exact: false }).first()).toBeVisible();
  await crew.goto("/check");
  await expect(crew.getByText("A card is waiting for you.")).toHaveCount(0);
});

test("the push demands sign-in, and leads to the card whatever has to be chosen before", async ({
  signIn,
  push,
}) => {
  const crew = await signIn("crew");
  const phone = await addPhone(crew, push);
  await goOnVehicle(crew, "EM402");
  const control = await signIn("control", desk);
  await chooseSetting(control, "Control room");
  await check(control, stranger);
  await expect(verdicts(control).noneHeld).toBeVisible();
  await find(control, "Nair");
  await control.getByRole("button", { name: "Hand to Priya Nair" }).click();
  await expect(panel(control)).toContainText("Handed to Priya Nair at");
  const delivery = await push.waitForDelivery(({ endpoint }) => endpoint === phone.endpoint);
  const { pathname, search } = new URL(PushMessage.parse(delivery.message).notification.navigate);
  expect([pathname, search]).toEqual(["/check/handed", ""]);

  await crew.context().clearCookies();
  await crew.goto(pathname);
  await expect(crew).toHaveURL(/\/sign-in\?next=%2Fcheck%2Fhanded$/);
  await expect(crew.getByText("Tom Okafor")).toHaveCount(0);
  await crew.goto(`/sign-in?login_hint=crew&next=${encodeURIComponent(pathname)}`);
  await expect(crew.getByRole("heading", { name: "Where do you work this shift?" })).toBeVisible();
  await expect(crew.getByLabel("Call sign of your vehicle")).toHaveValue("EM402");
  await crew.getByRole("radio", { name: "Ambulance", exact: true }).check();
  await crew.getByRole("button", { name: "Go on" }).click();
  await crew.getByRole("button", { name: "Open the card" }).click();

  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expect(panel(control)).toContainText("Opened at");
});

test("where no phone can be told, or nobody is there, control reads at once to ring or radio; and takes the card back", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await goOnVehicle(crew, "EM403");
  const control = await signIn("control", desk);
  await chooseSetting(control, "Control room");
  await check(control, stranger);
  await find(control, "EM999");
  await expect(panel(control)).toContainText("Nobody who is signed in matches. Ring or radio them.");
  await find(control, "x");
  await expect(panel(control)).toContainText("Type the call sign, or 3 letters of the name.");
  await find(control, "em 403");
  await expect(panel(control)).toContainText("No phone can be told: ring or radio them.");
  await control.getByRole("button", { name: "Hand to EM403" }).click();
  await expect(panel(control)).toContainText("No phone of theirs can be told. Ring or radio them");

  await crew.goto("/check/handed");
  await expect(crew.getByRole("button", { name: "Open the card" })).toBeVisible();
  await control.getByRole("button", { name: "Take it back" }).click();
  await expect(panel(control)).toContainText("Nobody had opened it.");
  await crew.getByRole("button", { name: "Open the card" }).click();

  await expect(crew.getByText("This card is no longer waiting.")).toBeVisible();
  await expect(crew.getByRole("button", { name: "Open the card" })).toHaveCount(0);
  await expectAccessible(crew);
});

test("without a signal the card is not opened and nothing of it is kept; with one it opens, once", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await goOnVehicle(crew, "EM404");
  const control = await signIn("control", desk);
  await chooseSetting(control, "Control room");
  await check(control, robin);
  await find(control, "EM404");
  await control.getByRole("button", { name: "Hand to EM404" }).click();
  await expect(panel(control)).toContainText("Handed to EM404");
  await crew.goto("/check/handed");

  await crew.context().setOffline(true);
  await crew.getByRole("button", { name: "Open the card" }).click();
  await expect(crew.getByText("nothing of the card is on this phone")).toBeVisible();
  await expect(panel(control)).toContainText("the card waits in Lantern");
  await crew.context().setOffline(false);
  await crew.getByRole("button", { name: "Open the card" }).click();

  await expect(verdicts(crew).held).toBeVisible();
  await expect(panel(control)).toContainText("Opened at");
});

test("a call sign that is none is said so, and is no obstacle to leaving it empty", async ({ signIn }) => {
  const crew = await signIn("crew");
  await crew.goto("/setting");
  await crew.getByRole("radio", { name: "Ambulance", exact: true }).check();
  await crew.getByLabel("Call sign of your vehicle").fill("Robin");
  await crew.getByRole("button", { name: "Go on" }).click();
  await expect(crew.getByRole("alert").filter({ hasText: "Enter the call sign" })).toBeVisible();
  await expectAccessible(crew);

  await crew.getByLabel("Call sign of your vehicle").fill("");
  await crew.getByRole("button", { name: "Go on" }).click();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
  await crew.goto("/duty/phone");
  await expect(crew.getByText("This phone rings when a colleague hands you a card.")).toBeVisible();
  await expectAccessible(crew);
});

async function goOnVehicle(crew: Page, callSign: string): Promise<void> {
  await crew.goto("/setting");
  await crew.getByRole("radio", { name: "Ambulance", exact: true }).check();
  await crew.getByLabel("Call sign of your vehicle").fill(callSign);
  await crew.getByRole("button", { name: "Go on" }).click();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
}

async function find(control: Page, text: string): Promise<void> {
  await panel(control).getByRole("textbox").fill(text);
  await panel(control).getByRole("button", { name: "Find the crew" }).click();
}

function panel(page: Page) {
  return page.getByRole("region", { name: "Hand this card to a crew" });
}
