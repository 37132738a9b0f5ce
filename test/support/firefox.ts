import puppeteer, { type Page } from "puppeteer-core";
import { findFirefox } from "@/test/support/browsers";
import {
  openNotificationCentre,
  SYSTEM_ACCESS,
  type NotificationCentre,
} from "@/test/support/firefox-notifications";

/** A stock Firefox with a profile of its own: the duty worker's phone in the tests. */
export type Firefox = {
  readonly newPage: () => Promise<Page>;
  /** The page whose address fits, as soon as there is one: a tap on a notification opens pages by itself. */
  readonly waitForPage: (fits: (address: string) => boolean) => Promise<Page>;
  readonly notifications: NotificationCentre;
  readonly stop: () => Promise<void>;
};

/**
 * Starts Firefox without a screen, allowed to show notifications, with `pushServiceUrl` (`ws://…`) in the place of
 * Mozilla's push service. Everything else is as people have it: subscription, decryption, service worker, tap.
 */
export async function startFirefox({ pushServiceUrl }: { pushServiceUrl: string }): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error("No Firefox found: install it or set FIREFOX_PATH");

  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    args: [SYSTEM_ACCESS],
    extraPrefsFirefox: preferences(pushServiceUrl),
  });
  return {
    newPage: () => browser.newPage(),
    waitForPage: async (fits) => {
      const target = await browser.waitForTarget((candidate) => fits(candidate.url()));
      const page = await target.page();
      if (page === null) throw new Error(`${target.url()} is not a page`);
      return page;
    },
    notifications: await openNotificationCentre(browser),
    stop: () => browser.close(),
  };
}

function preferences(pushServiceUrl: string): Record<string, unknown> {
  return {
    "dom.push.serverURL": pushServiceUrl,
    "dom.push.testing.allowInsecureServerURL": true,
    "dom.push.alwaysConnect": true,
    // Automation switches this off by default.
    "dom.push.connection.enabled": true,
    // 1 means granted, for every site.
    "permissions.default.desktop-notification": 1,
    // Firefox's own notification windows, which a test can read and tap, in the place of the desktop's.
    "alerts.useSystemBackend": false,
  };
}
