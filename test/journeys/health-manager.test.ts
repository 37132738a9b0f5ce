import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { figureDefinitions } from "@/server/vocabulary/figure-definition";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";

const trust = "London Ambulance Service NHS Trust";
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

/** Days that are over, in which the demo's past lies, and no test looks anybody up. */
function pastDays() {
  const today = londonDate(new Date());
  return { from: addDays(today, -20), to: addDays(today, -3) };
}

/** Of other organisations nothing is here, of authorities' children neither, and nothing sticks out. */
async function expectOwnOnly(page: Page, heading: string): Promise<void> {
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  await expect(main).toContainText(trust);
  await expect(main).not.toContainText(/Leeds|Children seen|By authority/);
  const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sticksOut).toBeLessThanOrEqual(0);
}

for (const size of sizes) {
  test(`a health manager goes through her own trust's figures at ${String(size.width)} pixels, and finds no other's`, async ({
    signIn,
  }) => {
    const manager = await signIn("health-manager", size);
    await manager.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Figures" }).click();
    await expectOwnOnly(manager, "Figures");
    const pages = manager.getByRole("navigation", { name: "Pages of figures" });
    const settings = (caption: string) =>
      manager.getByRole("table", { name: caption }).getByRole("row").filter({ hasText: trust });
    expect(await settings("Figures by care setting").count()).toBeGreaterThan(1);

    await pages.getByRole("link", { name: "Time to a human" }).click();
    await expectOwnOnly(manager, "Time to a human");
    await expect(manager.getByRole("table", { name: "From raised, step by step" })).toContainText("Answered");

    await pages.getByRole("link", { name: "Activity" }).click();
    await expectOwnOnly(manager, "Activity");
    expect(await settings("Lookups by care setting").count()).toBeGreaterThan(1);
    await expect(manager.getByRole("table", { name: "Lookups by answer" })).toContainText("Share held");

    await manager.getByText("More", { exact: true }).click();
    await manager.getByRole("link", { name: "Uptake" }).click();
    await expectOwnOnly(manager, "Is Lantern used as before?");
    expect(await settings("Questions asked by setting, by name").count()).toBeGreaterThan(1);
  });
}

const Asked = z.object({ own: z.coerce.number(), others: z.coerce.number() });

/** Lookups of these days, those that were lost included: of the trust, and of everybody else. */
async function countAsked(ownerUrl: string, { from, to }: ReturnType<typeof pastDays>) {
  const [asked] = await askOwner(
    ownerUrl,
    Asked,
    `select count(*) filter (where name = $1) as own, count(*) filter (where name <> $1) as others
     from organisation join (select organisation_id, asked_at as at from lookup
       union all select organisation_id, happened_at from audit
       where outcome = 'failed' and action in ('child:look-up', 'child:look-up-silently')) asked
       on asked.organisation_id = organisation.id
     where (at at time zone 'Europe/London')::date between $2::date and $3::date`,
    [trust, from, to],
  );
  return asked ?? { own: 0, others: 0 };
}

test("she chooses other days, reads what a figure counts, and takes a file away without small numbers", async ({
  signIn,
  product,
}) => {
  const days = pastDays();
  const asked = await countAsked(product.ownerUrl, days);
  const manager = await signIn("health-manager");
  await manager.goto("/insight");
  await manager.getByText("Other dates").click();
  await manager.getByLabel("First day").fill(days.from);
  await manager.getByLabel("Last day").fill(days.to);
  await manager.getByRole("button", { name: "Show these days" }).click();
  await manager.waitForURL(/from=/);

  expect(asked.others).toBeGreaterThan(100);
  const lookups = manager.getByRole("region", { name: "Lookups" }).getByRole("listitem").last();
  await expect(lookups).toHaveText(`Lookups ${String(asked.own)} `);
  await manager.getByText("What these figures count").click();
  await expect(manager.getByText(figureDefinitions["median-wait"].words)).toBeVisible();
  await expect(manager.getByText(figureDefinitions["often-seen"].words)).toHaveCount(0);

  const coming = manager.waitForEvent("download");
  await manager.getByRole("link", { name: "Take these figures away (CSV)" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`lantern-figures-${days.from}-${days.to}.csv`);
  const lines: string[][] = parse(await readFile(await download.path(), "utf8"), {
    bom: true,
    relax_column_count: true,
  });
  const numbers = lines.filter(([, , figure]) => !figure?.endsWith("seconds")).map((line) => line[3]);
  expect(lines).toContainEqual(["Lookups by day", "all", "Lookups", String(asked.own)]);
  expect(numbers).toContain("hidden");
  expect(numbers.filter((number) => /^[1-4]$/.test(number ?? ""))).toEqual([]);
  expect(new Set(lines.map(([, row]) => row).filter((row) => row?.includes("NHS")))).toHaveProperty(
    "size",
    3,
  );
});

for (const path of ["/tonight", "/quality", "/drills", "/insight/activity/children", "/rota", "/feeds"]) {
  test(`${path} is not for a health manager, and nothing leads there`, async ({ signIn }) => {
    const manager = await signIn("health-manager");
    const answer = await manager.goto(path);

    expect(answer?.status()).toBe(200);
    await expect(manager.getByRole("heading", { name: "This page is not for your role" })).toBeVisible();
    await expect(manager.locator(`a[href="${path}"]`)).toHaveCount(0);
  });
}
