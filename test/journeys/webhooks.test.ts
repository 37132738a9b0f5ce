import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { isSignedWith } from "@/test/support/webhook-story";

const nhsNumber = "9990000018";

const Told = z.object({ number: z.number(), kind: z.string(), reference: z.string() });
const Notices = z.object({
  notices: z.array(z.object({ number: z.number(), nhsNumber: z.string(), state: z.string() })),
});

test("a data officer adds their case system, a crew looks, the system is told and reads whose child it is", async ({
  signIn,
  product,
  caseSystem,
  directory,
}) => {
  const officer = await signIn("data-officer");
  await refusesElsewhere(officer);
  const pinged = caseSystem.nextDelivery();
  const secret = await add(officer, caseSystem.url);
  expect(isSignedWith(secret, await pinged)).toBe(true);
  await expectAccessible(officer);
  await seesItActive(officer);
  expect(await officer.content()).not.toContain(secret);

  const told = caseSystem.nextDelivery();
  await looksAtChild(await signIn("crew"));
  const delivery = await told;
  expect(isSignedWith(secret, delivery)).toBe(true);
  expect(JSON.stringify(delivery)).not.toContain(nhsNumber);
  const { number, kind } = Told.parse(JSON.parse(delivery.body));
  expect(kind).toBe("raised");

  const manager = await signIn("la-manager");
  const token = await issueToken(manager);
  const read = await manager.request.get(
    `${product.origin}/api/notices/E08000035?after=${String(number - 1)}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  expect(Notices.parse(await read.json()).notices[0]).toMatchObject({ number, nhsNumber });
  await turnsItOff(manager);

  const logs = ["web.log", "worker.log"].map((name) =>
    readFileSync(path.join(directory, "logs", name), "utf8"),
  );
  expect(logs.join("")).toContain("webhook answered");
  for (const kept of [secret, caseSystem.url, token]) expect(logs.join("").includes(kept)).toBe(false);
});

async function refusesElsewhere(page: Page): Promise<void> {
  await page.goto("/feeds/webhooks");
  await page.getByLabel("At which address is your case system told?").fill("https://elsewhere.example/");
  await page.getByRole("button", { name: "Add the address and send a test" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Lantern may not send to elsewhere.example.",
  );
}

async function seesItActive(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/feeds/webhooks");
    await expect(page.getByText("It is told at once.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
}

async function looksAtChild(crew: Page): Promise<void> {
  await chooseSetting(crew, "Ambulance");
  await check(crew, nhsNumber);
  await expect(verdicts(crew).held).toBeVisible();
}

async function turnsItOff(page: Page): Promise<void> {
  await page.goto("/feeds/webhooks");
  await page.getByText("Turn this address off").click();
  await page.getByRole("button", { name: "Turn it off now" }).click();
  await expect(page.getByText("Turned off: nothing is sent there any more.")).toBeVisible();
}

/** Adds an address, and gives the secret that is shown this once. */
async function add(page: Page, address: string): Promise<string> {
  await page.getByLabel("At which address is your case system told?").fill(address);
  await page.getByRole("button", { name: "Add the address and send a test" }).click();
  return (await page.getByText(/^lantern_whsec_[\w-]{43}$/).textContent()) ?? "";
}

async function issueToken(page: Page): Promise<string> {
  await page.goto("/feeds/tokens");
  await page.getByLabel("Which system is the new token for?").fill("Case system");
  await page.getByRole("button", { name: "Issue a token" }).click();
  return (await page.getByText(/^lantern_[\w-]{43}$/).textContent()) ?? "";
}
