import { expect, type Page } from "@playwright/test";
import { test as base } from "@/test/support/product";

interface OfWorker {
  /** Somebody of a role who only looks at pages: signed in once, for all tests of this worker. */
  readonly visitor: (persona: string) => Promise<Page>;
}

export const test = base.extend<object, OfWorker>({
  visitor: [
    async ({ browser, product }, use) => {
      const pages = new Map<string, Page>();
      await use(async (persona) => {
        const known = pages.get(persona);
        if (known !== undefined) return known;

        const page = await browser.newPage({ baseURL: product.origin });
        pages.set(persona, page);
        await page.goto(`/sign-in?login_hint=${persona}`);
        await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
        return page;
      });
      await Promise.all([...pages.values()].map((page) => page.close()));
    },
    { scope: "worker" },
  ],
});
