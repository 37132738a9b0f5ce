import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;

/** Holds a page against WCAG 2.2 AA and good practice: on a phone and on a desk, by day and by night. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page), `at ${String(width)} pixels, ${colorScheme}`).toEqual([]);
    }
  }
}

/** One line a fault: the rule, and where. Legacy mode looks at this page alone, which has no frames, and is quicker. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
