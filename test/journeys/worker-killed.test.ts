import { expect } from "@playwright/test";
import { alertsOnRecord } from "@/test/support/alerts-on-record";
import { check, chooseSetting } from "@/test/support/crew";
import { addPhone, reportMilestone } from "@/test/support/duty";
import { test } from "@/test/support/product";
import { PushMessage } from "@/test/support/read-push-message";
import { lockTable } from "@/test/support/table-lock";

const lookedAfter = "9990000026";
const unborn = "9990000034";
const twoPlans = "9990000050";

const shown = { isAccepted: true, isShown: true, isOpened: false, hasFailed: false };

// Whole browsers and whole processes start and end here.
test.describe.configure({ timeout: 120_000 });

test("a worker killed when a push has left and is not yet on record: the alert arrives, once to the human", async ({
  product,
  push,
  signIn,
}) => {
  const [duty, crew] = [await signIn("duty"), await signIn("crew")];
  const { endpoint } = await addPhone(duty, push);
  push.answerWith(endpoint, "hang", { status: 201 });
  const before = await alertsOnRecord(product.ownerUrl, lookedAfter);

  await chooseSetting(crew, "Ambulance");
  await check(crew, lookedAfter);
  const lost = await push.waitForDelivery((delivery) => delivery.endpoint === endpoint);
  await product.worker().kill();
  await product.restartWorker();
  const arrived = await push.waitForDelivery(
    (delivery) => delivery.endpoint === endpoint && delivery.answer !== "hang",
  );
  const message = PushMessage.parse(arrived.message);
  await reportMilestone(duty, message.receipt, "shown");

  // A push service keeps one message of a topic, and a phone one notification of a tag.
  expect(arrived.topic).toBe(lost.topic);
  expect(message).toEqual(PushMessage.parse(lost.message));
  const [alert, ...earlier] = await alertsOnRecord(product.ownerUrl, lookedAfter);
  expect(earlier).toEqual(before);
  expect(alert?.alertId).toBe(message.notification.tag);
  expect(alert?.events).toEqual(["raised", "notified", "shown"]);
  expect(alert?.pushes).toContainEqual(shown);
});

test("a worker killed when it has taken an alert up and told nobody: the next one tells, once", async ({
  product,
  push,
  signIn,
}) => {
  const [duty, crew] = [await signIn("duty"), await signIn("crew")];
  const { endpoint } = await addPhone(duty, push);
  await chooseSetting(crew, "Ambulance");

  const phones = await lockTable(product.ownerUrl, "device");
  await check(crew, twoPlans);
  await phones.isWaitedFor();
  await product.worker().kill();
  await phones.release();
  const [taken] = await alertsOnRecord(product.ownerUrl, twoPlans);
  await product.restartWorker();
  await push.waitForDelivery((delivery) => delivery.endpoint === endpoint);

  expect(taken).toMatchObject({ events: ["raised"], pushes: [] });
  const [told] = await alertsOnRecord(product.ownerUrl, twoPlans);
  expect(told).toMatchObject({ alertId: taken?.alertId, events: ["raised", "notified"] });
  expect(push.deliveries.filter((delivery) => delivery.endpoint === endpoint)).toHaveLength(1);
});

test("web killed in the middle of a lookup leaves nothing half-written, and trying again asks once", async ({
  product,
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const before = await alertsOnRecord(product.ownerUrl, unborn);

  const alerts = await lockTable(product.ownerUrl, "alert");
  await check(crew, unborn);
  await alerts.isWaitedFor();
  await product.web().kill();
  await alerts.release();

  await expect(crew.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await alertsOnRecord(product.ownerUrl, unborn)).toEqual(before);

  await product.restartWeb();
  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(crew.getByRole("region", { name: "Alert to the authority" })).toBeVisible();
  const [alert, ...earlier] = await alertsOnRecord(product.ownerUrl, unborn);
  expect(earlier).toEqual(before);
  expect(alert?.events[0]).toBe("raised");
});
