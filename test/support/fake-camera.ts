import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import type { Product } from "@/server/demo/product";
import { startPainter, type Painter } from "@/test/support/band-scene";
import { startCameraPhone, type CameraPhone } from "@/test/support/camera-phone";
import { chooseSetting } from "@/test/support/crew";
import { test as base } from "@/test/support/product";

interface OfWorker {
  readonly painter: Painter;
  readonly cameraPhone: CameraPhone;
  /** The crew of `scanning`, signed in once. */
  readonly crewOfWorker: Page;
}

interface OfTest {
  /** A crew's phone on the page that checks, with a camera that is allowed and sees what `show` painted. */
  readonly crew: Page;
  /** The same for tests that only scan: one crew after another child, on a page that is loaded anew. */
  readonly scanning: Page;
  readonly show: CameraPhone["show"];
  /** Signs the crew in, in a browser of the test's choice. */
  readonly signInWith: (browser: Browser, permissions: readonly string[]) => Promise<Page>;
}

export const test = base.extend<OfTest, OfWorker>({
  painter: [
    async ({}, use) => {
      const painter = await startPainter();
      await use(painter);
      await painter.stop();
    },
    { scope: "worker" },
  ],

  cameraPhone: [
    async ({ painter }, use) => {
      const phone = await startCameraPhone(painter);
      await use(phone);
      await phone.stop();
    },
    { scope: "worker" },
  ],

  crewOfWorker: [
    async ({ product, cameraPhone }, use) => {
      const page = await signCrewIn(product, cameraPhone.browser, ["camera"]);
      await use(page);
      await page.context().close();
    },
    { scope: "worker" },
  ],

  scanning: async ({ crewOfWorker }, use) => {
    await crewOfWorker.goto("/check");
    await use(crewOfWorker);
    // A camera that one page keeps on shows every page after it the same old film.
    await crewOfWorker.goto("about:blank");
  },

  show: async ({ cameraPhone }, use) => use((scene) => cameraPhone.show(scene)),

  signInWith: async ({ product }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (browser, permissions) => {
      const page = await signCrewIn(product, browser, permissions);
      contexts.push(page.context());
      return page;
    });
    for (const context of contexts) await context.close();
  },

  crew: async ({ signInWith, cameraPhone }, use) => use(await signInWith(cameraPhone.browser, ["camera"])),
});

async function signCrewIn(product: Product, browser: Browser, permissions: readonly string[]): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.origin,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: "en-GB",
    permissions: [...permissions],
  });
  const page = await context.newPage();
  await page.goto("/sign-in?login_hint=crew");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await chooseSetting(page, "Ambulance");
  return page;
}
