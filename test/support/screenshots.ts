import { mkdir, mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { findChromium } from "@/test/support/browsers";
import { check, chooseSetting } from "@/test/support/crew";
import { untilShellIsKept } from "@/test/support/waiting";
import { newcomerNamed, ownList, planOf } from "@/test/support/register-list";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
type Size = keyof typeof sizes;

/**
 * `npm run screenshots [folder]`: every page of the demo at 390 and 1280 pixels into the folder (default
 * `test-results/screens`), and the pictures of the front page into `docs/pictures`.
 */
async function main(): Promise<void> {
  const everything = process.argv[2] ?? "test-results/screens";
  const pictures = "docs/pictures";
  await mkdir(everything, { recursive: true });
  await mkdir(pictures, { recursive: true });
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-screens-"));
  await chmod(directory, 0o711);

  const product = await startProduct({ directory, port: await freePort(), onProgress: console.log });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--use-fake-device-for-media-stream"],
  });
  try {
    const studio = { browser, origin: product.origin, ownerUrl: product.ownerUrl, everything, pictures };
    for (const size of ["phone", "desktop"] as const) await photographAll(studio, size);
  } finally {
    await browser.close();
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Studio {
  readonly browser: Browser;
  readonly origin: string;
  readonly ownerUrl: string;
  readonly everything: string;
  readonly pictures: string;
}

/** Names of screens that are pictures of the front page too, by size. */
const chosen: Readonly<Record<Size, readonly string[]>> = {
  phone: ["card-held", "card-none-held", "could-not-check", "duty-alert", "insight-phone"],
  desktop: ["insight"],
};

async function photographAll(studio: Studio, size: Size): Promise<void> {
  const take = async (page: Page, name: string) => {
    // A page that listens for news is never idle.
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => undefined);
    await page.screenshot({
      path: path.join(studio.everything, `${name}-${String(sizes[size].width)}.png`),
      fullPage: true,
    });
    const picture = size === "phone" && name === "insight" ? "insight-phone" : name;
    if (chosen[size].includes(picture))
      await page.screenshot({ path: path.join(studio.pictures, `${picture}.png`) });
  };
  await photographCrew(await signIn(studio, size, "crew"), take);
  await photographDuty(await signIn(studio, size, "duty"), take);
  await photographList(await signIn(studio, size, "data-officer"), take, studio.ownerUrl);

  const others = [
    ["la-manager", "/insight", "insight"],
    ["la-manager", "/rota/reach", "rota-reach"],
    ["la-manager", "/rota", "rota"],
    ["la-manager", "/rota/ladder", "rota-ladder"],
    ["la-manager", "/rota/told", "rota-told"],
    ["duty", "/duty/shifts", "duty-shifts"],
    ["duty", "/duty/handover", "duty-handover"],
    ["data-officer", "/feeds", "feeds"],
    ["data-officer", "/feeds/quality", "feeds-quality"],
    ["data-officer", "/feeds/plan", "feeds-plan"],
    ["data-officer", "/feeds/births", "feeds-births"],
    ["la-manager", "/feeds/tokens", "feeds-tokens"],
    ["privacy-officer", "/audit", "audit"],
    ["privacy-officer", "/audit/one-number", "audit-one-number"],
    ["privacy-officer", "/audit/unusual", "audit-unusual"],
    ["crew", "/asked", "asked"],
    ["operator", "/insight", "insight-operator"],
  ] as const;
  for (const [persona, place, name] of others) {
    const page = await signIn(studio, size, persona);
    await page.goto(place);
    await take(page, name);
    await page.context().close();
  }
}

/** A list on its way: what it would do, what it has done, and what undoing it would do. */
async function photographList(page: Page, take: Take, ownerUrl: string): Promise<void> {
  const { lines, fileName } = await ownList(ownerUrl, "E08000035");
  const wrong = [
    ...lines.slice(0, -2),
    planOf(newcomerNamed("Kestrel")),
    planOf(newcomerNamed("Linnet"), "Falcon"),
  ];
  await page.goto("/feeds");
  const buffer = Buffer.from(wrong.join("\r\n"));
  await page.getByLabel("File").setInputFiles({ name: fileName, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Send the list" }).click();
  await page.getByRole("button", { name: "Apply this list" }).waitFor();
  await take(page, "list-review");
  await page.getByRole("button", { name: "Apply this list" }).click();
  await page.getByRole("link", { name: "Undo this list" }).waitFor();
  await take(page, "list-applied");
  await page.getByRole("link", { name: "Undo this list" }).click();
  await page.getByRole("button", { name: "Undo this list" }).waitFor();
  await take(page, "list-undo");
  await page.getByRole("button", { name: "Undo this list" }).click();
  await page.getByText("Undone by").waitFor();
  await page.context().close();
}

type Take = (page: Page, name: string) => Promise<void>;

async function photographCrew(page: Page, take: Take): Promise<void> {
  await page.goto("/setting");
  await take(page, "setting");
  await chooseSetting(page, "Ambulance");
  await take(page, "check");
  await page.getByRole("button", { name: "Scan a band" }).click();
  await page.getByText("Hold the code on the wristband").waitFor();
  await take(page, "scanner");
  await page.getByRole("button", { name: "Cancel and type" }).click();
  await check(page, "9990000018");
  await page.getByRole("heading", { name: "Known to children’s social care" }).waitFor();
  await take(page, "card-held");
  await openPad(page);
  await check(page, "9990548609");
  await page.getByText("Checked: no plan is held").waitFor();
  await take(page, "card-none-held");
  await openPad(page);
  await check(page, "9990000115");
  await page.getByText("A child was born and is on a plan").waitFor();
  await take(page, "card-born");
  await page.getByText("A child I cannot identify is here").click();
  await take(page, "call-unidentified");
  await page.getByLabel("How old do they look?").selectOption("5-to-11");
  await page.getByRole("button", { name: "Record it" }).click();
  await page.getByText("1 more child not identified").first().waitFor();
  await page.getByRole("button", { name: "Check another child of this call" }).click();
  await page.getByRole("heading", { name: "Check a child" }).waitFor();
  await take(page, "call");
  await openPad(page);
  await page.route("**/api/trpc/**", (route) => route.abort());
  await check(page, "9990000018");
  await page.getByRole("heading", { name: "Could not check" }).waitFor();
  await take(page, "could-not-check");
  await page.unroute("**/api/trpc/**");
  await photographPhone(page, take);
  await page.goto("/directory");
  await take(page, "directory");
  await page.goto("/offline");
  await take(page, "offline");
  await page.context().close();
}

/** What waits, without a signal and with it; the lock; installing. By day and by night. */
async function photographPhone(page: Page, take: Take): Promise<void> {
  const byDayAndNight = async (name: string) => {
    await take(page, name);
    await page.emulateMedia({ colorScheme: "dark" });
    await take(page, `${name}-dark`);
    await page.emulateMedia({ colorScheme: "light" });
  };
  await page.goto("/check");
  await page.getByText("Open the answer").waitFor();
  await byDayAndNight("answer-there");
  await page.getByText("Open the answer").click();
  await page.getByRole("heading", { name: "Known to children’s social care" }).waitFor();
  await untilShellIsKept(page);
  await page.goto("/check");
  await page.context().setOffline(true);
  await check(page, "9990000026");
  await page.getByText("The question is kept on this phone.").waitFor();
  await page.getByLabel("Whose numbers?").selectOption({ label: "Leeds" });
  await byDayAndNight("could-not-check-kept");
  await page.goto("/check");
  await page.getByText("1 question waits for a signal").waitFor();
  await byDayAndNight("offline-pad");
  await page.getByRole("button", { name: "Drop this question" }).click();
  await page.context().setOffline(false);
  await page.goto("/lock");
  await byDayAndNight("lock-form");
  await page.getByLabel("Choose a PIN").fill("2749");
  await page.getByLabel("The same PIN again").fill("2749");
  await page.getByRole("button", { name: "Turn the lock on" }).click();
  await page.getByRole("button", { name: "Lock now" }).waitFor();
  await byDayAndNight("lock-on");
  await page.getByRole("button", { name: "Lock now" }).click();
  await page.getByLabel("Your PIN").waitFor();
  await byDayAndNight("locked");
  await page.getByLabel("Your PIN").fill("2749");
  await page.getByRole("button", { name: "Unlock" }).click();
  await page.getByRole("button", { name: "Turn the lock off" }).click();
  await page.goto("/install");
  await byDayAndNight("install");
}

/** Ready is when its script has come: a tap before that does nothing. */
async function openPad(page: Page): Promise<void> {
  await page.goto("/check");
  await page.waitForLoadState("networkidle");
}

async function photographDuty(page: Page, take: Take): Promise<void> {
  await page.goto("/duty");
  await take(page, "duty");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await page.waitForURL("**/duty/alerts/**");
  await take(page, "duty-alert");
  await page.goto("/duty/phone");
  await take(page, "duty-phone");
  await page.context().close();
}

async function signIn({ browser, origin }: Studio, size: Size, persona: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    baseURL: origin,
    locale: "en-GB",
    permissions: ["camera"],
  });
  const page = await context.newPage();
  await page.goto(`/sign-in?login_hint=${persona}`);
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  return page;
}

await main();
