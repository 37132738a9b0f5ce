import { expect, type Page } from "@playwright/test";
import { runSql } from "@/server/demo/postgres-databases";
import { expectAccessible } from "@/test/support/axe";
import { test } from "@/test/support/product";

/** The rows that a page shows, in whichever way it lays them out. */
function rowsOf(page: Page, caption: string) {
  return page.getByRole("table", { name: caption }).getByRole("row");
}

/** Opens the rows of a figure, and expects as many of them as it says; a page has fifty. */
async function openFigure(page: Page, name: RegExp, caption: string): Promise<void> {
  const figure = page.getByRole("link", { name }).first();
  const count = Number((await figure.innerText()).replaceAll(",", ""));
  await figure.click();
  await expect(rowsOf(page, caption)).toHaveCount(Math.min(count, 50) + 1);
}

for (const [on, size] of [
  ["a desk", { width: 1280, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const) {
  test(`on ${on} a manager opens the alerts behind a time, one of them, and comes back to what was compared`, async ({
    signIn,
  }) => {
    const manager = await signIn("la-manager", size);
    await manager.goto("/insight/times?by=setting&step=answered");
    await openFigure(manager, /^[\d,]+ Came so far, .*Ambulance/, "Alerts, the newest first");
    await expect(manager.getByRole("heading", { name: "Alerts answered: one care setting" })).toBeVisible();
    await expect(manager.getByText("Time to answered").first()).toBeVisible();
    await expectAccessible(manager);

    await manager.getByRole("link", { name: "Time to a human" }).click();
    await expect(manager.getByRole("heading", { name: "Answered by care setting" })).toBeVisible();
    await manager.goto("/insight/times?by=hour-of-week");
    await manager
      .getByRole("link", { name: /, 1 alert, (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) / })
      .first()
      .click();
    const rows = rowsOf(manager, "Alerts, the newest first");
    await expect(rows).toHaveCount(2);
    await rows.getByRole("link").click();
    await expect(manager).toHaveURL(/\/duty\/alerts\//);
  });
}

test("rows of one day lead back to all the days, as they were looked at", async ({ signIn }) => {
  const manager = await signIn("la-manager", { width: 1280, height: 900 });
  await manager.goto("/insight/times?days=28&by=day&step=shown");
  await manager
    .getByRole("link", { name: / Came so far, (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/ })
    .first()
    .click();
  await expect(manager.getByRole("heading", { level: 1, name: /Alerts shown/ })).toBeVisible();

  await manager.getByRole("link", { name: "Time to a human" }).click();

  await expect(manager.getByRole("heading", { level: 1, name: "Time to a human" })).toBeVisible();
  const asked = Object.fromEntries(new URL(manager.url()).searchParams);
  expect(asked).toMatchObject({ by: "day", step: "shown" });
  expect(Date.parse(asked["to"] ?? "") - Date.parse(asked["from"] ?? "")).toBe(27 * 86_400_000);
});

/** Forty days ago, of alerts of the past: lists of what is new do not have them. */
const reports = [
  `insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at,
     decided_at, decision, decided_by_id)
   select gen_random_uuid(), alert.authority_id, alert.organisation_id, lookup.person_id, gen_random_uuid(), 'A burn.', made_at,
     made_at + interval '24 hours', made_at + interval '25 hours', 'assessment', lookup.person_id
   from (select *, now() - interval '40 days' as made_at from alert where kind = 'look-up' and lookup_id is not null) alert
     join lookup on lookup.id = alert.lookup_id`,
  `insert into missed_appointment (alert_id, lookup_id, person_id, organisation_id, care_setting_id, appointment_kind,
     missed_at, follow_up, call_back_number, is_worried, reported_at)
   select alert.id, lookup.id, lookup.person_id, lookup.organisation_id, lookup.care_setting_id, 'dental',
     now() - interval '41 days', 'nothing-yet', '01632 960111', false, now() - interval '40 days'
   from alert join lookup on lookup.id = alert.lookup_id where alert.kind = 'look-up'`,
];

test("managers open referrals and missed appointments behind their counts; the authority goes on to the alert, nobody is named", async ({
  signIn,
  product,
}) => {
  for (const report of reports) await runSql(product.ownerUrl, report);
  const manager = await signIn("la-manager");
  const open = async (page: Page, name: RegExp, caption: string) => {
    await expect(async () => {
      await page.goto("/insight/activity?days=90");
      await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await openFigure(page, name, caption);
  };
  await open(manager, /^[\d,]+ Referrals, Late$/, "Referrals, the newest first");
  await expect(manager.getByRole("heading", { name: "Referrals: Late" })).toBeVisible();
  await expect(manager.getByText("A burn.")).toHaveCount(0);
  await expectAccessible(manager);
  await manager.getByRole("link", { name: "Activity" }).click();
  const missed = "Reports of missed appointments, the newest first";
  await openFigure(manager, /^[\d,]+ Reports, Dental$/, missed);
  await expectAccessible(manager);
  await rowsOf(manager, missed).getByRole("link").first().click();
  await expect(manager).toHaveURL(/\/duty\/alerts\//);

  const health = await signIn("health-manager");
  await open(health, /^[\d,]+ Reports, Dental$/, missed);
  await expect(rowsOf(health, missed).getByRole("link")).toHaveCount(0);
});

test("a manager opens what a care setting asked behind how it is used, and what could not be checked by its cause", async ({
  signIn,
}) => {
  const manager = await signIn("health-manager");
  await manager.goto("/uptake");
  await manager
    .getByRole("link", { name: /^[\d,]+ Last seven days, / })
    .first()
    .click();
  await expect(manager.getByRole("heading", { name: "Lookups: one care setting" })).toBeVisible();
  await expect(rowsOf(manager, "Lookups, the newest first")).toHaveCount(51);
  await manager.getByRole("link", { name: "Is Lantern used as before?" }).click();
  await expect(manager).toHaveURL(/\/uptake$/);

  await manager.goto("/insight/activity");
  await openFigure(manager, /^[\d,]+ Lookups, Database busy, slow or away$/, "Lookups, the newest first");
  await expect(
    manager.getByRole("heading", { name: "Could not check: Database busy, slow or away" }),
  ).toBeVisible();
});
