import type { Page } from "@playwright/test";

/** Holds the page's own script files back, as a weak signal does; what it gives back lets them come. */
export async function holdScriptsBack(page: Page): Promise<() => void> {
  const { promise: mayCome, resolve: letCome } = Promise.withResolvers<undefined>();
  const scripts = "**/_next/static/**/*.js";
  await page.context().route(scripts, async (route) => {
    await mayCome;
    await route.continue();
  });
  return () => {
    letCome(undefined);
  };
}
