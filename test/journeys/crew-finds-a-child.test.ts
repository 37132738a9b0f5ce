import { expect, type Page } from "@playwright/test";
import {
  alertLine,
  alertReference,
  check,
  chooseSetting,
  entryOf,
  nameOnCard,
  verdicts,
} from "@/test/support/crew";
import { addPhone, openAlert, reportMilestone, takeButton } from "@/test/support/duty";
import { test } from "@/test/support/product";
import { PushMessage } from "@/test/support/read-push-message";

test("a crew finds a child on a plan, and reads what is held and whom to ring", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");

  await check(crew, "9990000018");

  await expect(verdicts(crew).held).toBeVisible();
  const leeds = entryOf(crew, "Leeds");
  await expect(leeds).toContainText("Child protection plan");
  await expect(leeds).toContainText("at risk of significant harm");
  await expect(leeds).toContainText(/Since \d{1,2} \w+ 20\d\d/);
  const numbers = leeds.getByRole("link", { name: /^Ring / });
  await expect(numbers).toHaveCount(2);
  await expect(numbers.first()).toContainText("The number for this minute");
  await expect(numbers.first()).toHaveAttribute("href", /^tel:01632960\d{3}$/);
  await expect(numbers.last()).toHaveAttribute("href", /^tel:01632960\d{3}$/);
  await expect(alertLine(crew)).toContainText("Leeds");
});

test("the social worker on call is told by one push without a word about the child", async ({
  signIn,
  push,
}) => {
  const phone = await addPhone(await signIn("duty"), push);
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");

  await check(crew, "9990000050");
  const reference = await alertReference(crew);
  const delivery = await push.waitForDelivery(({ endpoint }) => endpoint === phone.endpoint);

  expect(delivery).toMatchObject({ urgency: "high", topic: expect.stringMatching(/^[\w-]{1,32}$/) });
  expect(delivery.ttlSeconds).toBeGreaterThan(0);
  const { notification } = PushMessage.parse(delivery.message);
  expect(notification.body).toBe(`An alert is waiting. Reference ${reference}.`);
  const name = await nameOnCard(crew);
  const sent = JSON.stringify(delivery);
  for (const secret of ["9990000050", "999 000 0050", ...name.split(" ")]) expect(sent).not.toContain(secret);
});

test("the crew sees the alert shown and taken as it happens, and managers see that it was", async ({
  signIn,
  push,
}) => {
  const duty = await signIn("duty");
  const phone = await addPhone(duty, push);
  const manager = await signIn("la-manager");
  const takenBefore = await alertsTaken(manager);
  const crew = await signIn("crew");
  await chooseSetting(crew, "Rapid response car");
  await check(crew, "9990000018");
  const reference = await alertReference(crew);

  const delivery = await push.waitForDelivery(({ endpoint }) => endpoint === phone.endpoint);
  await reportMilestone(duty, PushMessage.parse(delivery.message).receipt, "shown");
  await expect(alertLine(crew)).toContainText("Shown on the duty phone");

  await openAlert(duty, reference);
  await takeButton(duty).click();
  await expect(alertLine(crew)).toContainText("Taken by Amira Hassan");
  await expect(duty.getByText("The crew can see this.")).toBeVisible();
  expect(push.deliveries.filter(({ endpoint }) => endpoint === phone.endpoint)).toHaveLength(1);

  // Figures are counted every 20 seconds.
  await expect.poll(() => alertsTaken(manager), { timeout: 30_000 }).toBe(takenBefore + 1);
  await manager
    .getByRole("link", { name: /^Alerts taken/ })
    .first()
    .click();
  await expect(manager.getByRole("row").filter({ hasText: reference })).toContainText("Taken");
});

test("of two people who take an alert at once one has it, and the other is told who", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000026");
  const reference = await alertReference(crew);
  const both = [await signIn("duty"), await signIn("duty-backup")];
  for (const page of both) await openAlert(page, reference);

  await Promise.all(both.map((page) => takeButton(page).click()));

  const winner = /Taken by (Amira Hassan|Ben Carter) at/;
  for (const page of both) await expect(page.getByText(winner)).toBeVisible();
  const refused = both.map((page) => page.getByRole("alert").filter({ hasText: "was first and has it" }));
  await expect
    .poll(async () => (await Promise.all(refused.map((one) => one.count()))).toSorted())
    .toEqual([0, 1]);
  await expect(alertLine(crew)).toContainText(winner);
});

/** The figure of managers, for the last 28 days; once the past that the demo begins with has been counted. */
async function alertsTaken(manager: Page): Promise<number> {
  await expect(async () => {
    await manager.goto("/insight");
    await expect(manager.getByText(/^As at/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const said = await manager
    .getByRole("link", { name: /^Alerts taken/ })
    .first()
    .innerText();
  return Number(/Alerts taken\s+([\d,]+)/.exec(said)?.[1]?.replaceAll(",", ""));
}
