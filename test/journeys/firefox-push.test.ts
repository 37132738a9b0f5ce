import { expect } from "@playwright/test";
import webPush from "web-push";
import { personaOf } from "@/server/demo/personas";
import type { Product } from "@/server/demo/product";
import { sendPush, type PushSender } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { alertPush } from "@/test/support/alert-push";
import type { PushSubscription } from "@/server/vocabulary/push-subscription";
import { alertsOnRecord } from "@/test/support/alerts-on-record";
import { alertLine, check, chooseSetting } from "@/test/support/crew";
import type { FakePushService } from "@/test/support/fake-push-service";
import { startFirefox, type Firefox } from "@/test/support/firefox";
import { notificationsIn, subscriptionIn, turnAlertsOn } from "@/test/support/firefox-duty";
import { test as productTest } from "@/test/support/product";

const onAPlan = "9990000018";
const alertId = "0199d0a8-7c00-7000-8000-000000000001";

const test = productTest.extend<{ firefox: Firefox; sender: PushSender }>({
  firefox: async ({ push }, use) => {
    const firefox = await startFirefox({ pushServiceUrl: push.wsUrl });
    await use(firefox);
    await firefox.stop();
  },
  sender: async ({ product, push }, use) => use(senderOf(product, push)),
});

// Whole browsers and whole processes start and end here.
test.describe.configure({ timeout: 120_000 });

test("a lookup rings on the duty worker's phone, and a tap leads to the alert, where it is taken", async ({
  firefox,
  product,
  push,
  signIn,
}) => {
  const phone = await turnAlertsOn(firefox, product.origin);
  const { endpoint } = await subscriptionIn(phone);
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, onAPlan);
  const records = () => alertsOnRecord(product.ownerUrl, onAPlan);

  await push.waitForAcknowledgement(endpoint);
  const [alert] = await records();
  const body = `An alert is waiting. Reference ${alert?.reference ?? ""}.`;
  await firefox.notifications.waitFor(body);

  expect(await notificationsIn(phone)).toEqual([
    { title: "Lantern", body, tag: alert?.alertId, lang: "en-GB" },
  ]);
  await expect.poll(async () => (await records())[0]?.events).toEqual(["raised", "notified", "shown"]);
  expect((await records())[0]?.pushes).toContainEqual({
    isAccepted: true,
    isShown: true,
    isOpened: false,
    hasFailed: false,
  });

  await firefox.notifications.tap(body);
  const page = await firefox.waitForPage(
    (address) => address === `${product.origin}/duty/alerts/${alert?.alertId ?? ""}`,
  );
  await expect.poll(async () => (await records())[0]?.events).toContain("opened");
  expect(await notificationsIn(phone)).toEqual([]);

  await page.locator("button ::-p-text(taking this)").click();
  await page.locator(`::-p-text(Taken by ${personaOf("duty").name})`).wait();
  await expect(alertLine(crew)).toContainText(`Taken by ${personaOf("duty").name}`);
  expect((await records())[0]?.events).toEqual(["raised", "notified", "shown", "opened", "acknowledged"]);
});

test("two pushes about one alert are one notification", async ({ firefox, product, sender }) => {
  const phone = await turnAlertsOn(firefox, product.origin);
  const subscription = await subscriptionIn(phone);

  await sendPush(sender, aPush(product, subscription, "1AAA"));
  await firefox.notifications.waitFor("An alert is waiting. Reference 1AAA.");
  await sendPush(sender, aPush(product, subscription, "2BBB"));
  await firefox.notifications.waitFor("An alert is waiting. Reference 2BBB.");

  expect(await notificationsIn(phone)).toMatchObject([{ body: "An alert is waiting. Reference 2BBB." }]);
  await expect.poll(() => firefox.notifications.list()).toHaveLength(1);
});

test("the phone's subscription serves Lantern and no other sender", async ({
  firefox,
  product,
  push,
  sender,
}) => {
  const phone = await turnAlertsOn(firefox, product.origin);
  const subscription = await subscriptionIn(phone);
  const stranger = { ...sender, vapid: { ...sender.vapid, ...webPush.generateVAPIDKeys() } };

  const answer = await sendPush(stranger, aPush(product, subscription));

  expect(answer).toMatchObject({ kind: "refused", statusCode: 403 });
  expect(push.deliveries.filter(({ endpoint }) => endpoint === subscription.endpoint)).toEqual([]);
});

test("a phone whose alerts were turned off can be reached no longer", async ({
  firefox,
  product,
  sender,
}) => {
  const phone = await turnAlertsOn(firefox, product.origin);
  const subscription = await subscriptionIn(phone);

  await phone.locator("button ::-p-text(Turn alerts off)").click();
  await phone.locator("::-p-text(Alerts do not ring on this phone yet.)").wait();

  await expect.poll(async () => (await sendPush(sender, aPush(product, subscription))).kind).toBe("gone");
});

function aPush({ origin }: Product, subscription: PushSubscription, reference = "7K3M") {
  return {
    subscription,
    message: alertPush({ origin, alertId, reference, receipt: "of-nobody" }),
    topic: pushTopic(alertId),
    ttlSeconds: 60,
    urgency: "high",
  } as const;
}

/** Lantern's own identity, from outside of it. */
function senderOf({ environment }: Product, push: FakePushService): PushSender {
  return {
    vapid: {
      subject: environment["VAPID_SUBJECT"] ?? "",
      publicKey: environment["VAPID_PUBLIC_KEY"] ?? "",
      privateKey: environment["VAPID_PRIVATE_KEY"] ?? "",
    },
    allowedHosts: [push.host],
    extraCertificateAuthority: push.certificateAuthorityPem,
    timeoutMs: 10_000,
  };
}
