import { mkdir, mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { findChromium } from "@/test/support/browsers";
import { check, chooseSetting } from "@/test/support/crew";
import { photographCrew, type Take } from "@/test/support/screenshots-of-crew";
import { canRunInPages } from "@/test/support/run-in-pages";
import { newcomerNamed, ownList, planOf } from "@/test/support/register-list";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
type Size = keyof typeof sizes;

/**
 * `npm run screenshots [folder]`: every page of the demo at 390 and 1280 pixels, managers' pages by night too, into the folder (default
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
    await page.waitForFunction(() => document.querySelector(".chart__loading") === null);
    await page.screenshot({
      path: path.join(studio.everything, `${name}-${String(sizes[size].width)}.png`),
      fullPage: true,
    });
    const picture = size === "phone" && name === "insight" ? "insight-phone" : name;
    if (chosen[size].includes(picture))
      await page.screenshot({ path: path.join(studio.pictures, `${picture}.png`) });
  };
  await photographCrew(await signIn(studio, size, "crew"), take);
  await photographHandedCard(studio, size, take);
  await photographDuty(await signIn(studio, size, "duty"), take);
  await photographList(await signIn(studio, size, "data-officer"), take, studio.ownerUrl);

  const others = [
    ["la-manager", "/tonight", "tonight"],
    ["la-manager", "/quality", "quality"],
    ["la-manager", "/uptake", "uptake"],
    ["la-manager", "/drills", "drills"],
    ["la-manager", "/insight", "insight"],
    ["la-manager", "/insight/times?by=setting", "insight-times"],
    ["la-manager", "/insight/times?by=hour-of-week", "insight-times-of-week"],
    ["la-manager", "/insight/activity", "insight-activity"],
    ["la-manager", "/insight/activity/children?seen=widely", "insight-children"],
    ["health-manager", "/insight/activity", "insight-activity-health"],
    ["health-manager", "/insight/digest", "insight-digest"],
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
    ["la-manager", "/feeds/webhooks", "feeds-webhooks"],
    ["privacy-officer", "/audit", "audit"],
    ["operator", "/tonight", "tonight-operator"],
    ["privacy-officer", "/audit/one-number", "audit-one-number"],
    ["privacy-officer", "/audit/unusual", "audit-unusual"],
    ["crew", "/asked", "asked"],
    ["operator", "/insight", "insight-operator"],
    ["operator", "/quality", "quality-operator"],
    ["operator", "/uptake", "uptake-operator"],
    ["operator", "/drills", "drills-operator"],
  ] as const;
  for (const [persona, place, name] of others) {
    const page = await signIn(studio, size, persona);
    await page.goto(place);
    await take(page, name);
    if (ofManagers.test(name)) {
      await page.emulateMedia({ colorScheme: "dark" });
      await take(page, `${name}-dark`);
    }
    await page.context().close();
  }
}

/** Pages of figures, whose charts and tiles have colours of their own by night. */
const ofManagers = /^(?:tonight|quality|uptake|drills|insight)/;

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

/** Control hands a card to a vehicle, and its crew sees that it waits. */
async function photographHandedCard(studio: Studio, size: Size, take: Take): Promise<void> {
  const crew = await signIn(studio, size, "crew");
  await crew.goto("/setting");
  await crew.getByLabel("Call sign of your vehicle").fill("EM401");
  await chooseHere(crew, "Ambulance");
  const control = await signIn(studio, size, "control");
  await chooseSetting(control, "Control room");
  await check(control, "9990000018");
  await control.getByLabel("Call sign, or name of a colleague").fill("EM401");
  await control.getByRole("button", { name: "Find the crew" }).click();
  await control.getByRole("button", { name: "Hand to EM401" }).waitFor();
  await take(control, "card-to-hand");
  await control.getByRole("button", { name: "Hand to EM401" }).click();
  await control.getByText("Handed to EM401").waitFor();
  await take(control, "card-handed");
  await crew.goto("/check");
  await crew.getByText(/cards? (is|are) waiting for you/).waitFor();
  await take(crew, "check-card-waits");
  await crew.goto("/check/handed");
  await take(crew, "cards-handed");
  await crew.goto("/duty/phone");
  await take(crew, "crew-phone");
  for (const page of [crew, control]) await page.context().close();
}

async function chooseHere(page: Page, setting: string): Promise<void> {
  await page.getByRole("radio", { name: setting, exact: true }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("heading", { name: "Check a child" }).waitFor();
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
  await canRunInPages(context);
  const page = await context.newPage();
  await page.goto(`/sign-in?login_hint=${persona}`);
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  return page;
}

await main();
