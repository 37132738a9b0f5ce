import type { BrowserContext } from "@playwright/test";

/** Functions of a tool can run in the pages: its compiler wraps named ones in a helper, which pages do not have. */
export async function canRunInPages(context: BrowserContext): Promise<void> {
  await context.addInitScript("globalThis.__name = (named) => named");
}
