import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, expect, type BrowserContext } from "@playwright/test";
import { z } from "zod";
import { findChromium } from "@/test/support/browsers";
import { chooseSetting, verdicts } from "@/test/support/crew";
import { askOwner, countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import {
  answerNotice,
  askWithoutSignal,
  rawDatabase,
  readyPhone,
  waitingCount,
} from "@/test/support/waiting";

const known = "9990000018";
const closeSessions = `update session set ended_at = now(), issuer_token = null where ended_at is null
  and person_id = (select id from person where name = 'Priya Nair') returning id`;

test("signing out drops what waits, in every window, and says so at sign-in", async ({ signIn, product }) => {
  const crew = await readyPhone(await signIn("crew"));
  const second = await crew.context().newPage();
  await second.goto("/check");
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await expect(waitingCount(second)).toHaveText("1 waiting");

  await second.getByRole("button", { name: "Sign out" }).click();
  await expect(crew.getByRole("heading", { name: "Signing you out" })).toBeVisible();
  expect(await rawDatabase(crew)).not.toContain('"state"');
  await crew.context().setOffline(false);

  for (const page of [crew, second]) {
    await expect(page.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
    await expect(page.getByText("You were signed out while it waited.")).toBeVisible();
  }
  expect(await countLookups(product.ownerUrl, known)).toBe(before);
});

test("a session that ended meanwhile takes the question with it, and nobody is asked", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await askOwner(product.ownerUrl, z.unknown(), closeSessions);

  await crew.context().setOffline(false);

  await expect(crew.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
  await expect(crew.getByText("You were signed out while it waited.")).toBeVisible();
  expect(await countLookups(product.ownerUrl, known)).toBe(before);
  expect(await rawDatabase(crew)).not.toContain('"state"');
});

test("a question is never asked in the name of the next person, and they see no answer of it", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  // As if another person's cookie had come into this browser without a sign-out that we could see.
  const other = await signIn("control");
  const cookies = await other.context().cookies(product.origin);
  await crew.context().clearCookies({ name: "lantern.session" });
  await crew.context().addCookies(cookies.filter(({ name }) => name === "lantern.session"));

  await crew.context().setOffline(false);

  await expect(crew).toHaveURL(/\/sign-in\?signed-out=yes$/);
  await expect(crew.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
  expect(await countLookups(product.ownerUrl, known)).toBe(before);
  await crew.goto("/setting");
  await expect(crew.getByText("Tom Okafor")).toBeVisible();
  await chooseSetting(crew, "Control room");
  await expect(answerNotice(crew)).toHaveCount(0);
  await expect(crew.getByText("Nothing was checked.")).toBeVisible();
});

test("a page of one person asks nothing in the name of another who has signed in beside it", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  const other = await signIn("control");
  const cookies = await other.context().cookies(product.origin);
  await crew.context().clearCookies({ name: "lantern.session" });
  await crew.context().addCookies(cookies.filter(({ name }) => name === "lantern.session"));

  await crew.getByRole("textbox", { name: "NHS number" }).fill(known);
  await crew.getByRole("button", { name: "Check", exact: true }).click();

  await expect(crew.getByText("You have been signed out, and nothing was checked.")).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
  expect(await countLookups(product.ownerUrl, known)).toBe(before);
});

test("a question outlives the browser: closed without a signal, opened again, asked once", async ({
  product,
}) => {
  const profile = await mkdtemp(path.join(tmpdir(), "lantern-profile-"));
  const before = await countLookups(product.ownerUrl, known);
  const first = await openBrowser(profile, product.origin);
  const crew = await first.newPage();
  await crew.goto("/sign-in?login_hint=crew");
  await readyPhone(crew);
  const cookies = await first.cookies();
  await askWithoutSignal(crew, known);
  await first.close();

  const second = await openBrowser(profile, product.origin);
  // Phones keep the cookies of a session through a restart; this browser does not.
  await second.addCookies(cookies);
  const again = await second.newPage();
  await again.goto("/check");

  await answerNotice(again).click();
  await expect(verdicts(again).held).toBeVisible();
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
  await second.close();
  await rm(profile, { recursive: true, force: true });
});

test("a phone whose storage was evicted shows no question, no answer and no person without a connection", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, known);
  await crew.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase("lantern-phone");
        request.onsuccess = resolve;
      }),
  );

  await crew.goto("/check");

  await expect(crew.getByRole("heading", { name: "No connection", exact: true })).toBeVisible();
  await expect(crew.getByText("Priya Nair")).toHaveCount(0);
  await crew.context().setOffline(false);
  await crew.getByRole("link", { name: "Try again" }).click();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
});

function openBrowser(profile: string, baseURL: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox"],
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    baseURL,
  });
}
