import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { test } from "@/test/support/product";

const nobodysToken = 401;

test("a manager issues a token, sees it once, replaces it and revokes it", async ({ signIn, product }) => {
  const manager = await signIn("la-manager");
  const opens = async (token: string) => (await knock(manager, product.origin, token)) !== nobodysToken;
  await manager.goto("/feeds/tokens");
  await expectAccessible(manager);

  const first = await issue(manager, "Night export");
  await expectAccessible(manager);
  await expectNoSideways(manager);
  expect(await opens(first)).toBe(true);

  await manager.reload();
  expect(await manager.content()).not.toContain(first);
  await entry(manager, "In use").getByText("Replace this token").click();
  await expectAccessible(manager);
  await manager.getByRole("button", { name: "Replace Night export now" }).click();
  const second = await shownToken(manager);
  expect(second).not.toBe(first);
  expect([await opens(first), await opens(second)]).toEqual([true, true]);
  await expect(entry(manager, /Being replaced, good until/)).toBeVisible();

  const inUse = entry(manager, "In use");
  await inUse.getByText("Revoke this token").click();
  await inUse.getByRole("button", { name: "Revoke Night export now" }).click();
  await expect(manager.getByText("no list comes in with this token any more")).toBeVisible();
  expect([await opens(first), await opens(second)]).toEqual([true, false]);
});

test("a token without a name is not issued, and the page says why", async ({ signIn }) => {
  const manager = await signIn("la-manager", { width: 1280, height: 900 });
  await manager.goto("/feeds/tokens");

  await manager.getByRole("button", { name: "Issue a token" }).click();

  const summary = manager.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toContainText("Say which system the token is for.");
  await expectAccessible(manager);
});

test("a token is issued and revoked without any script", async ({ signIn, browser, product }) => {
  const manager = await signIn("la-manager");
  const storageState = await manager.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: product.origin });
  const page = await plain.newPage();
  await page.goto("/feeds/tokens");

  const token = await issue(page, "Without script");
  expect(await knock(manager, product.origin, token)).not.toBe(nobodysToken);
  await entry(page, "In use", "Without script").getByText("Revoke this token").click();
  await page.getByRole("button", { name: "Revoke Without script now" }).click();

  await expect(entry(page, /Revoked \d/, "Without script")).toBeVisible();
  expect(await knock(manager, product.origin, token)).toBe(nobodysToken);
  await plain.close();
});

test("a token is left nowhere: not in an address, a store, a cookie, a cache or a log", async ({
  signIn,
  directory,
}) => {
  const manager = await signIn("la-manager");
  const addresses: string[] = [];
  manager.on("request", (request) => addresses.push(request.url()));
  await manager.goto("/feeds/tokens");
  const answer = manager.waitForResponse((response) => response.request().method() === "POST");

  const token = await issue(manager, "Left nowhere");

  expect((await answer).headers()["cache-control"]).toContain("no-store");
  const left = {
    addresses: addresses.join("\n"),
    cookies: JSON.stringify(await manager.context().cookies()),
    stores: await keptBy(manager),
    logs: await logsIn(path.join(directory, "logs")),
  };
  expect(left.logs).not.toBe("");
  for (const [where, text] of Object.entries(left)) expect(text.includes(token), where).toBe(false);
});

test("a data officer has no page of tokens", async ({ signIn }) => {
  const officer = await signIn("data-officer");
  await officer.goto("/feeds/tokens");

  await expect(officer.getByRole("button", { name: "Issue a token" })).toHaveCount(0);
});

async function issue(page: Page, label: string): Promise<string> {
  await page.getByLabel("Which system is the new token for?").fill(label);
  await page.getByRole("button", { name: "Issue a token" }).click();
  return shownToken(page);
}

/** The token in the panel that shows it this once, with how it is used. */
async function shownToken(page: Page): Promise<string> {
  const panel = page.getByRole("status").filter({ hasText: "It will not be shown again." });
  await expect(panel).toBeVisible();
  await expect(panel).toContainText("/api/feeds/E08000035/42");
  const token = await panel.getByText(/^lantern_[\w-]{43}$/).textContent();
  return token ?? "";
}

/** The token of this name that is in this state. */
function entry(page: Page, state: string | RegExp, name = "Night export") {
  const heading = page.getByRole("heading", { name, level: 3 });
  return page.getByRole("main").locator("div").filter({ has: heading }).filter({ hasText: state }).last();
}

/** What the door says to this token: 400 once it is open, since there is no list of this number. */
async function knock(page: Page, origin: string, token: string): Promise<number> {
  const answer = await page.request.get(`${origin}/api/feeds/E08000035/2000000000`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.status();
}

/** Nothing is cut off on a phone, not even a token. */
async function expectNoSideways(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBe(window);
}

/** Everything that a browser keeps for our origin, as text. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
    ];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    return kept.join("\n");
  });
}

async function logsIn(directory: string): Promise<string> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
  return texts.join("\n");
}
