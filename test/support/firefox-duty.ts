import type { Page } from "puppeteer-core";
import { z } from "zod";
import { PushSubscription } from "@/server/vocabulary/push-subscription";
import type { Firefox } from "@/test/support/firefox";

const Shown = z.array(z.object({ title: z.string(), body: z.string(), tag: z.string(), lang: z.string() }));

/** Signs a duty worker in, by the identity provider, and turns alerts on with the button that people press. */
export async function turnAlertsOn(firefox: Firefox, origin: string, persona = "duty"): Promise<Page> {
  const page = await firefox.newPage();
  await page.goto(`${origin}/sign-in?login_hint=${persona}`);
  await page.locator("::-p-text(Sign out)").wait();

  await page.goto(`${origin}/duty/phone`);
  await page.locator("button ::-p-text(Turn alerts on)").click();
  await page.locator("::-p-text(Alerts ring on this phone.)").wait();
  return page;
}

/** The notifications of our service worker that have not been dealt with. */
export async function notificationsIn(page: Page): Promise<z.infer<typeof Shown>> {
  const notifications: unknown = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const shown = await registration.getNotifications();
    return shown.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });
  return Shown.parse(notifications);
}

/** The subscription that this Firefox has for Lantern. */
export async function subscriptionIn(page: Page): Promise<PushSubscription> {
  const subscription: unknown = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.pushManager.getSubscription())?.toJSON();
  });
  return PushSubscription.parse(subscription);
}
