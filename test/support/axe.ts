import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const widths = [390, 1280];

/** Holds a page against WCAG 2.2 AA and good practice: on a phone and on a desk, by day and by night. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: "light" });
    expect(await faultsOf(forEverything(page)), `at ${String(width)} pixels, light`).toEqual([]);
    // By night nothing but the colours is another.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faultsOf(forColours(page)), `at ${String(width)} pixels, dark`).toEqual([]);
  }
}

function forEverything(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).withTags(rules);
}

function forColours(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]);
}

/** One line a fault: the rule, and where. Legacy mode looks at this page alone, which has no frames, and is quicker. */
async function faultsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
