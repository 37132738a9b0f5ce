import { createServer } from "node:http";
import { expect, test as base } from "@playwright/test";
import webPush from "web-push";
import type { Page } from "puppeteer-core";
import { z } from "zod";
import { sendPush, type PushRequest, type PushSender } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { alertMessage } from "@/server/vocabulary/push-message";
import { startFakePushService, type FakePushService } from "@/test/support/fake-push-service";
import { listen } from "@/test/support/fake-push-listener";
import { startFirefox, type Firefox } from "@/test/support/firefox";

/** A worker that does the least: shows what arrives, says that it did, and opens what a tap leads to. */
const WORKER = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  const report = (receipt, milestone) =>
    fetch("/receipts", { method: "POST", body: JSON.stringify({ receipt, milestone }) });

  addEventListener("push", (event) => {
    const { notification, receipt } = event.data.json();
    const { title, navigate, ...options } = notification;
    const shown = registration.showNotification(title, { ...options, data: { navigate, receipt } });
    event.waitUntil(shown.then(() => report(receipt, "shown")));
  });

  addEventListener("notificationclick", (event) => {
    const { navigate, receipt } = event.notification.data;
    event.notification.close();
    event.waitUntil(Promise.all([clients.openWindow(navigate), report(receipt, "opened")]));
  });
`;

type Site = { readonly origin: string; readonly receipts: unknown[]; readonly stop: () => Promise<void> };

const vapid = { subject: "mailto:duty@lantern.example", ...webPush.generateVAPIDKeys() };

const test = base.extend<{ service: FakePushService; site: Site; firefox: Firefox; sender: PushSender }>({
  service: async ({}, use) => {
    const service = await startFakePushService();
    await use(service);
    await service.stop();
  },
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
  firefox: async ({ service }, use) => {
    const firefox = await startFirefox({ pushServiceUrl: service.wsUrl });
    await use(firefox);
    await firefox.stop();
  },
  sender: async ({ service }, use) =>
    use({
      vapid,
      allowedHosts: [service.host],
      extraCertificateAuthority: service.certificateAuthorityPem,
      timeoutMs: 10_000,
    }),
});

test("a push reaches a stock Firefox, is shown, and a tap opens the alert", async ({
  service,
  site,
  firefox,
  sender,
}) => {
  const page = await firefox.newPage();
  await page.goto(site.origin);
  const subscription = await subscribe(page);
  const push = alertPush(site, subscription);

  const answer = await sendPush(sender, push);
  await firefox.notifications.waitFor("An alert is waiting. Reference 7K3M.");

  expect(answer.kind).toBe("accepted");
  expect(await service.waitForAcknowledgement(subscription.endpoint)).toMatchObject({ code: 100 });
  expect(await notificationsIn(page)).toEqual([
    { title: "Lantern", body: "An alert is waiting. Reference 7K3M.", tag: "alert-1", lang: "en-GB" },
  ]);

  await firefox.notifications.tap("An alert is waiting. Reference 7K3M.");
  const opened = await firefox.waitForPage((address) => address === push.message.notification.navigate);

  await expect.poll(() => opened.title()).toBe("/duty/alerts/alert-1");
  await expect
    .poll(() => site.receipts)
    .toEqual([
      { receipt: "opaque-receipt", milestone: "shown" },
      { receipt: "opaque-receipt", milestone: "opened" },
    ]);
  expect(await notificationsIn(page)).toEqual([]);
});

test("two pushes about one alert are one notification", async ({ site, firefox, sender }) => {
  const page = await firefox.newPage();
  await page.goto(site.origin);
  const subscription = await subscribe(page);

  await sendPush(sender, alertPush(site, subscription, "1AAA"));
  await firefox.notifications.waitFor("An alert is waiting. Reference 1AAA.");
  await sendPush(sender, alertPush(site, subscription, "2BBB"));
  await firefox.notifications.waitFor("An alert is waiting. Reference 2BBB.");

  expect(await notificationsIn(page)).toMatchObject([{ body: "An alert is waiting. Reference 2BBB." }]);
  await expect.poll(() => firefox.notifications.list()).toHaveLength(1);
});

test("Firefox gives its subscription to one sender only", async ({ service, site, firefox, sender }) => {
  const page = await firefox.newPage();
  await page.goto(site.origin);
  const subscription = await subscribe(page);
  const stranger = { ...sender, vapid: { ...vapid, ...webPush.generateVAPIDKeys() } };

  const answer = await sendPush(stranger, alertPush(site, subscription));

  expect(answer).toMatchObject({ kind: "refused", statusCode: 403 });
  expect(service.deliveries).toEqual([]);
});

test("a subscription that Firefox gave up is gone", async ({ site, firefox, sender }) => {
  const page = await firefox.newPage();
  await page.goto(site.origin);
  const subscription = await subscribe(page);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await (await registration.pushManager.getSubscription())?.unsubscribe();
  });

  const send = async () => (await sendPush(sender, alertPush(site, subscription))).kind;

  await expect.poll(send).toBe("gone");
});

function alertPush(site: Site, subscription: PushRequest["subscription"], reference = "7K3M"): PushRequest {
  const alert = { origin: site.origin, alertId: "alert-1", reference, receipt: "opaque-receipt" };
  return {
    subscription,
    message: alertMessage(alert),
    topic: pushTopic("alert-1"),
    ttlSeconds: 60,
    urgency: "high",
  };
}

const Subscription = z.object({
  endpoint: z.url(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
});

async function subscribe(page: Page): Promise<PushRequest["subscription"]> {
  const subscription = await page.evaluate(async (applicationServerKey) => {
    const registration = await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey };
    return (await registration.pushManager.subscribe(options)).toJSON();
  }, vapid.publicKey);
  return Subscription.parse(subscription);
}

function notificationsIn(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });
}

async function startSite(): Promise<Site> {
  const receipts: unknown[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/worker.js") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(WORKER);
    } else if (request.url === "/receipts") {
      request.on("data", (data: Buffer) => receipts.push(JSON.parse(data.toString("utf8"))));
      request.on("end", () => response.writeHead(204).end());
    } else {
      response.writeHead(200, { "Content-Type": "text/html" }).end(`<title>${request.url ?? ""}</title>`);
    }
  });
  const { host, stop } = await listen(server);
  return { origin: `http://${host}`, receipts, stop };
}
