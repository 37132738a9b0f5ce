import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { chooseSetting } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test as base } from "@/test/support/product";

/** What the form holds, by the names of its fields. */
type Field = "Family name" | "Given name" | "Day" | "Month" | "Year" | "Or about how old" | "Postcode";

const labels: Readonly<Record<Field, string>> = {
  "Family name": "Family name",
  "Given name": "Given name, if you know it",
  Day: "Day",
  Month: "Month",
  Year: "Year",
  "Or about how old": "Or about how old, in years",
  Postcode: "Postcode of home",
};

interface Born {
  readonly Day: string;
  readonly Month: string;
  readonly Year: string;
}

/** Playwright's `test` with the product. Demographics answers again after each; `born` is Joanie Storyley's birthday, who is on a plan. */
export const test = base.extend<{ readonly mended: undefined; readonly born: Born }>({
  mended: [
    async ({ product }, use) => {
      await use(undefined);
      product.demographics.fail(undefined);
    },
    { auto: true },
  ],
  born: async ({ product }, use) => {
    const [row] = await askOwner(
      product.ownerUrl,
      z.object({ born: z.string() }),
      "select date_of_birth::text as born from subject where nhs_number = '9990000018'",
    );
    const [Year = "", Month = "", Day = ""] = (row?.born ?? "").split("-");
    await use({ Day, Month, Year });
  },
});

/** From the number pad to the form for a child without a number. */
export async function openSearch(page: Page, setting = "Ambulance"): Promise<void> {
  await chooseSetting(page, setting);
  await page.getByRole("link", { name: "I have no NHS number" }).click();
  await expect(page.getByRole("heading", { name: "Find a child by name" })).toBeFocused();
}

/** A field of the form. */
export function field(page: Page, name: Field): Locator {
  return page.getByRole("textbox", { name: labels[name], exact: true });
}

/** Types what is given, leaves the rest as it is, and searches. */
export async function search(page: Page, typed: Partial<Readonly<Record<Field, string>>>): Promise<void> {
  for (const name of ["Family name", "Given name", "Day", "Month", "Year", "Or about how old"] as const) {
    const text = typed[name];
    if (text !== undefined) await field(page, name).fill(text);
  }
  if (typed.Postcode !== undefined) {
    if (!(await field(page, "Postcode").isVisible())) await page.getByText("Add gender or postcode").click();
    await field(page, "Postcode").fill(typed.Postcode);
  }
  await searchButton(page).click();
}

export function searchButton(page: Page): Locator {
  return page.getByRole("button", { name: "Search", exact: true });
}

/** The question whether the one person who was found is the child. */
export function isThisTheChild(page: Page): Locator {
  return page.getByRole("heading", { name: "Is this the child?" });
}

export function yes(page: Page): Locator {
  return page.getByRole("button", { name: "Yes, check this child" });
}
