import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { addPhone } from "@/test/support/duty";
import { startFirefox, type Firefox } from "@/test/support/firefox";
import { subscriptionIn, turnAlertsOn } from "@/test/support/firefox-duty";
import { askOwner } from "@/test/support/owner-database";
import { test as productTest } from "@/test/support/product";

const test = productTest.extend<{ firefox: Firefox }>({
  firefox: async ({ push }, use) => {
    const firefox = await startFirefox({ pushServiceUrl: push.wsUrl });
    await use(firefox);
    await firefox.stop();
  },
});

// Whole browsers start and end here.
test.describe.configure({ timeout: 120_000 });

/** What the manager's page says of Amira Hassan, who is first on call in the demo, in the first of its teams. */
function amira(manager: Page) {
  const team = manager.getByRole("main").getByRole("region").first();
  return team.getByRole("listitem").filter({ hasText: "Amira Hassan" });
}

async function checkNow(manager: Page): Promise<void> {
  await manager.goto("/rota/reach");
  await manager.waitForLoadState("networkidle");
  await manager
    .getByRole("button", { name: /^Check .* now$/ })
    .first()
    .click();
}

test("the manager sees who cannot be reached, the duty worker proves the phone, and the manager sees it solved", async ({
  firefox,
  product,
  signIn,
}) => {
  const manager = await signIn("la-manager");
  await checkNow(manager);
  await expect(amira(manager)).toContainText("Cannot be reached");
  await expect(amira(manager)).toContainText("No phone is set up.");
  await expectAccessible(manager);

  const phone = await turnAlertsOn(firefox, product.origin);
  await phone.locator("::-p-text(Not proven: nothing has been shown)").wait();
  await phone.locator("button ::-p-text(Send me a test)").click();
  await phone.locator("::-p-text(Proven: shown on this phone)").wait();
  await phone.locator("::-p-text(Alerts reach you)").wait();

  await checkNow(manager);
  await expect(amira(manager)).toContainText("Can be reached");
  await expect(amira(manager)).toContainText("Last proven push");
});

test("a subscription that has vanished is taken anew at the next launch, and the old one is replaced on record", async ({
  firefox,
  product,
}) => {
  const phone = await turnAlertsOn(firefox, product.origin);
  const before = await subscriptionIn(phone);
  await phone.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await (await registration.pushManager.getSubscription())?.unsubscribe();
  });

  // By the page itself: Firefox tells a driver at times that a navigation through a service worker was broken off, and
  // shows the page all the same.
  await phone.evaluate(() => {
    window.location.assign("/duty");
  });

  const standings = () =>
    askOwner(
      product.ownerUrl,
      z.object({ by: z.string().nullable() }),
      `select retired_by as by from device join person on person.id = person_id
       where name = 'Amira Hassan' and push_host = $1
         and (retired_at is null or retired_by = 'replaced') order by added_at`,
      [new URL(before.endpoint).host],
    );
  await expect.poll(standings).toEqual([{ by: "replaced" }, { by: null }]);
  expect((await subscriptionIn(phone)).endpoint).not.toBe(before.endpoint);
});

test("a phone without permission says so at its launch, and the manager reads why", async ({
  signIn,
  push,
  product,
}) => {
  const duty = await signIn("duty");
  await addPhone(duty, push);
  const [device] = await askOwner(
    product.ownerUrl,
    z.object({ id: z.string() }),
    `select device.id from device join person on person.id = person_id
     where name = 'Amira Hassan' and retired_at is null`,
  );
  await duty.evaluate((id) => {
    localStorage.setItem("lantern-phone", id);
  }, device?.id ?? "");

  await duty.goto("/duty");
  await expect(duty.getByText("This phone has stopped ringing for alerts")).toBeVisible();
  const manager = await signIn("la-manager");
  await checkNow(manager);

  await expect(amira(manager)).toContainText("Permission to show alerts was taken back");
});

const unreadable = ["", "not json", '{"web_push":9999}', '{"notification":{"title":7}}', "[]"];

test("whatever is pushed, the service worker shows a notification: no push is silent", async ({
  signIn,
  product,
}) => {
  const duty = await signIn("duty");
  await duty.context().grantPermissions(["notifications"], { origin: product.origin });
  await duty.goto("/duty");
  await duty.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const deliver = await pushDoor(duty, product.origin);

  let before = 0;
  for (const data of unreadable) {
    await deliver(data);
    await expect
      .poll(async () => (await shownIn(duty)).shownAt, JSON.stringify(data))
      .toBeGreaterThan(before);
    const { bodies, shownAt } = await shownIn(duty);
    expect(bodies).toEqual(["Something is waiting for you. Open Lantern to see it."]);
    before = shownAt;
  }
});

/** What DevTools offers: the browser runs the worker's push handler as if a push had come. */
async function pushDoor(page: Page, origin: string): Promise<(data: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const { promise, resolve } = Promise.withResolvers<string>();
  session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
    const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${origin}/` && !isDeleted);
    if (own) resolve(own.registrationId);
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await promise;
  return async (data) => {
    await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  };
}

/**
 * What is shown, and since when the newest is: each replaces the one before it. None is closed in between, since a browser
 * that is slow to close one closes the next in its place.
 */
function shownIn(page: Page): Promise<{ bodies: string[]; shownAt: number }> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const shown: (Notification & { timestamp?: number })[] = await registration.getNotifications();
    return {
      bodies: shown.map(({ body }) => body),
      shownAt: Math.max(0, ...shown.map(({ timestamp }) => timestamp ?? 0)),
    };
  });
}
