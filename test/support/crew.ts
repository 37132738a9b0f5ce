import { expect, type Locator, type Page } from "@playwright/test";

/** Chooses the setting, once a shift. */
export async function chooseSetting(page: Page, name: string): Promise<void> {
  await page.goto("/setting");
  await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Check a child" })).toBeVisible();
}

/** Types a number on the pad on the page. */
export async function typeNumber(page: Page, digits: string): Promise<void> {
  const keys = page.getByRole("group", { name: "Number keys" });
  for (const digit of digits) await keys.getByRole("button", { name: digit, exact: true }).click();
}

/** Types a number on the pad on the page and asks. */
export async function check(page: Page, nhsNumber: string): Promise<void> {
  await typeNumber(page, nhsNumber);
  await askButton(page).click();
}

export function askButton(page: Page): Locator {
  return page.getByRole("button", { name: "Check", exact: true });
}

export function numberField(page: Page): Locator {
  return page.getByRole("textbox", { name: "NHS number" });
}

/** The verdicts of the three answers, as headings. */
export function verdicts(page: Page) {
  const verdict = (name: string) => page.getByRole("heading", { name });
  return {
    held: verdict("Known to children’s social care"),
    noneHeld: verdict("Checked: no plan is held"),
    couldNotCheck: verdict("Could not check"),
  };
}

/** What the card says that one authority holds. */
export function entryOf(page: Page, authority: string): Locator {
  return page.getByRole("region", { name: authority, exact: true });
}

/** The child's name, as the card gives it. */
export function nameOnCard(page: Page): Promise<string> {
  return page.getByRole("article").getByRole("strong").first().innerText();
}

/** What the card says of the alert, live. */
export function alertLine(page: Page): Locator {
  return page.getByRole("region", { name: "Alert to the authority" });
}

/** The short code of the alert that the card shows, which a crew can say on the telephone. */
export async function alertReference(page: Page): Promise<string> {
  await expect(alertLine(page)).toContainText("Reference");
  const said = await alertLine(page).innerText();
  return /Reference (\w+)/.exec(said)?.[1] ?? "";
}

/** Opens a page that stands behind "More" in the menu. */
export async function openSeldom(page: Page, name: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: "Main" });
  await menu.getByText("More", { exact: true }).click();
  await menu.getByRole("link", { name, exact: true }).click();
}
