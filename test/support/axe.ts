import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

interface RunOnly {
  readonly type: "tag" | "rule";
  values: string[];
}

const everything: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
};
const colours: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const widths = [390, 1280];

/** Holds a page against WCAG 2.2 AA and good practice: on a phone and on a desk, by day and by night. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    // A picture is judged, and not what stands in its place until it is there.
    await expect(page.locator(".chart__loading")).toHaveCount(0);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await faultsOf(page, everything), `at ${String(width)} pixels, light`).toEqual([]);
    // By night nothing but the colours is another.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faultsOf(page, colours), `at ${String(width)} pixels, dark`).toEqual([]);
  }
}

/**
 * One line a fault: the rule, and where. Quicker in legacy mode, which looks at this page alone (it has no frames), and
 * without the details of everything that is right.
 */
async function faultsOf(page: Page, runOnly: RunOnly): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ runOnly, resultTypes: ["violations"] });
  const { violations } = await builder.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
