import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { addPhone } from "@/test/support/duty";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";

// A worker does the checks that are asked for, whenever it comes to them.
const soon = { timeout: 60_000 };

const Done = z.object({ id: z.string() });

/** Amira Hassan, first on call in the demo at every hour, has no phone any more. */
async function takePhonesAway(ownerUrl: string): Promise<void> {
  await askOwner(
    ownerUrl,
    Done,
    `update device set retired_at = now(), retired_by = 'removed' from person
     where person.id = person_id and name = 'Amira Hassan' and retired_at is null returning device.id`,
  );
}

/** Her phone showed a push just now. */
async function provePhone(ownerUrl: string): Promise<void> {
  await askOwner(
    ownerUrl,
    Done,
    `insert into notice (purpose, round, device_id, person_id, queued_at, ends_at, accepted_at, shown_at)
     select 'test', 999, device.id, person.id, now(), now() + interval '1 hour', now(), now()
     from device join person on person.id = person_id
     where name = 'Amira Hassan' and retired_at is null returning id`,
  );
}

function finding(page: Page, text: string | RegExp) {
  return page.getByRole("main").getByRole("listitem").filter({ hasText: text });
}

test("a manager sees at a glance that nobody can be reached, and that it is well after one tap", async ({
  signIn,
  product,
  push,
}) => {
  await takePhonesAway(product.ownerUrl);
  const manager = await signIn("la-manager");
  await manager.goto("/tonight");
  const checkNow = () => manager.getByRole("button", { name: /^Check .* now$/ }).first();
  await manager.waitForLoadState("networkidle");
  const unreached = finding(manager, "Amira Hassan, first on call now, cannot be reached.");
  // A tap before the page's script has come does nothing, and nobody is told when that is.
  await expect(async () => {
    await checkNow().click();
    await expect(unreached).toContainText("No phone is set up.", { timeout: 10_000 });
  }).toPass(soon);
  await expect(unreached.getByRole("link", { name: /^Ring .* 01632 960\d{3}/ })).toBeVisible();
  await expect(manager.getByText(/^\d+ things? needs? you before tonight can be trusted\.$/)).toBeVisible();
  await expectAccessible(manager);

  await addPhone(await signIn("duty"), push);
  await provePhone(product.ownerUrl);
  await checkNow().click();

  await expect(
    finding(manager, /Amira Hassan.* on call now: can be reached, checked (?:\w+ \d+ \w+ )?\d\d:\d\d\./),
  ).toBeVisible(soon);
  await expect(unreached).toHaveCount(0);
  await takePhonesAway(product.ownerUrl);
});

test("an operator goes through the tiles with the keyboard, opens one, and reads the same in the table", async ({
  signIn,
}) => {
  const operator = await signIn("operator");
  await operator.goto("/tonight");
  const tiles = operator.getByRole("link", { name: /: (Fine|Doubtful|Needs somebody|Not live)\. / });
  await expect(tiles).toHaveCount(153);
  const state = /: (Fine|Doubtful|Needs somebody|Not live)\./;
  const leeds = operator.getByRole("link", { name: /^Leeds: / });
  const [, said = ""] = state.exec(await leeds.innerText()) ?? [];

  await leeds.focus();
  await operator.keyboard.press("Shift+Tab");
  await expect(leeds).not.toBeFocused();
  await operator.keyboard.press("Tab");
  await expect(leeds).toBeFocused();
  await operator.keyboard.press("Enter");

  const chosen = operator.getByRole("region", { name: "Leeds" });
  await expect(chosen).toContainText(said);
  await expect(leeds).toHaveAttribute("aria-current", "true");
  const row = operator.getByRole("row").filter({ has: operator.getByRole("rowheader", { name: "Leeds" }) });
  await expect(row.first()).toContainText(said);
  await expect(operator.getByRole("row")).toHaveCount(154);
  await expect(operator.getByRole("main")).not.toContainText("Amira");
  await expectAccessible(operator);
});

for (const [persona, path, defined, words, columns] of [
  ["la-manager", "/tonight", "What these facts count", "Times in the next 14 days", "authority,what,state,"],
  ["operator", "/tonight", "What the states mean", "Has sent no list", "region,authority,state,reasons,"],
  ["la-manager", "/drills", "What the scores mean", "before a second rung was told", "table,row,figure,"],
] as const) {
  test(`the page ${path} says to a ${persona} on a click what its figures count, and they are taken away as a file`, async ({
    signIn,
  }) => {
    const page = await signIn(persona);
    await page.goto(path);
    await expect(page.getByText(/^As at /)).toBeVisible();
    const definition = page.getByRole("definition").filter({ hasText: words });
    await expect(definition).toBeHidden();
    await page.getByText(defined, { exact: true }).click();
    await expect(definition).toBeVisible();
    await expectAccessible(page);

    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Take these figures away (CSV)" }).click();
    const download = await coming;

    expect(download.suggestedFilename()).toMatch(/^lantern-[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
    const [header, ...lines] = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(header).toContain(columns);
    expect(header).toContain("as at ");
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join()).not.toContain("Amira");
  });
}

/** The notice that an answer has grown old. */
function old(page: Page) {
  return page.getByRole("status").filter({ hasText: /What it says may not be so any more: look again/ });
}

/**
 * Minutes go by until the answer on the page is old. When the page's script first looked at the clock nobody is told: a page
 * that was slow to come alive counts from later.
 */
async function growOld(page: Page): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward("01:30");
    await expect(old(page)).toBeVisible({ timeout: 1000 });
  }).toPass(soon);
}

async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

test("an answer that has stood for five minutes is no answer any more; whoever comes back to it finds it read anew", async ({
  signIn,
}) => {
  const operator = await signIn("operator");
  await operator.clock.install();
  await operator.goto("/tonight");
  await operator.waitForLoadState("networkidle");
  const answer = operator.getByText(/^\d+ of \d+ authorities/);
  await expect(answer).toBeVisible();
  await operator.clock.fastForward("04:00");
  await expect(old(operator)).toBeHidden();

  await growOld(operator);
  await expect(answer).toBeHidden();
  await expectAccessible(operator);

  await operator.getByRole("link", { name: "Look again" }).click();
  await expect(answer).toBeVisible();
  await expect(old(operator)).toBeHidden();
  const readAnew = operator.waitForRequest((request) => request.url().includes("/tonight?_rsc"));
  await operator.clock.fastForward("02:00");
  await comeBack(operator);
  await readAnew;

  await operator.waitForLoadState("networkidle");
  await operator.context().setOffline(true);
  await operator.clock.fastForward("02:00");
  await comeBack(operator);
  await growOld(operator);
});
