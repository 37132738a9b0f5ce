import { expect } from "@playwright/test";
import { personaOf } from "@/server/demo/personas";
import { alertsOnRecord } from "@/test/support/alerts-on-record";
import { alertLine, check, chooseSetting } from "@/test/support/crew";
import { startFirefox, type Firefox } from "@/test/support/firefox";
import { turnAlertsOn } from "@/test/support/firefox-duty";
import { test as productTest } from "@/test/support/product";

const onAPlan = "9990000018";

const test = productTest.extend<{ firstPhone: Firefox; secondPhone: Firefox }>({
  firstPhone: async ({ push }, use) => {
    const firefox = await startFirefox({ pushServiceUrl: push.wsUrl });
    await use(firefox);
    await firefox.stop();
  },
  secondPhone: async ({ push }, use) => {
    const firefox = await startFirefox({ pushServiceUrl: push.wsUrl });
    await use(firefox);
    await firefox.stop();
  },
});

// Whole browsers and whole processes start and end here.
test.describe.configure({ timeout: 180_000 });

test("“not me” on the first phone rings the second, where the alert is taken; the crew and the first read so", async ({
  firstPhone,
  secondPhone,
  product,
  signIn,
}) => {
  await turnAlertsOn(firstPhone, product.origin);
  await turnAlertsOn(secondPhone, product.origin, "duty-backup");
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, onAPlan);
  const events = async () => (await alertsOnRecord(product.ownerUrl, onAPlan))[0]?.events;
  await expect.poll(events).toEqual(["raised", "notified", "shown"]);
  const [alert] = await alertsOnRecord(product.ownerUrl, onAPlan);
  const body = `An alert is waiting. Reference ${alert?.reference ?? ""}.`;
  const isAlert = (address: string) => address === `${product.origin}/duty/alerts/${alert?.alertId ?? ""}`;

  await firstPhone.notifications.tap(body);
  const declining = await firstPhone.waitForPage(isAlert);
  await declining.locator("button ::-p-text(Not me)").click();
  await secondPhone.notifications.waitFor(body);
  await secondPhone.notifications.tap(body);
  const taking = await secondPhone.waitForPage(isAlert);
  await taking.locator("button ::-p-text(taking this)").click();

  const { name } = personaOf("duty-backup");
  await expect(alertLine(crew)).toContainText(`Taken by ${name}`);
  await declining.locator(`::-p-text(Taken by ${name})`).wait();
  expect(await events()).toEqual([
    "raised",
    "notified",
    "shown",
    "opened",
    "declined",
    "escalated",
    "notified",
    "shown",
    "opened",
    "acknowledged",
  ]);
});
