import type { Page } from "@playwright/test";
import { check, chooseSetting } from "@/test/support/crew";
import { search } from "@/test/support/searching";
import { untilShellIsKept } from "@/test/support/waiting";

/** Takes a picture of a page under this name. */
export type Take = (page: Page, name: string) => Promise<void>;

/** What a crew sees: from the setting to the answers, without a number, in practice, and without a signal. */
export async function photographCrew(page: Page, take: Take): Promise<void> {
  await page.goto("/setting");
  await take(page, "setting");
  await chooseSetting(page, "Ambulance");
  await take(page, "check");
  await page.getByRole("button", { name: "Scan a band" }).click();
  await page.getByText("Hold the code on the wristband").waitFor();
  await take(page, "scanner");
  await page.getByRole("button", { name: "Cancel and type" }).click();
  await photographSearch(page, take);
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
  await photographPractice(page, take);
  await page.goto("/directory");
  await take(page, "directory");
  await page.goto("/offline");
  await take(page, "offline");
  await page.context().close();
}

/** Practice: its pad with the cast, and the three answers. */
async function photographPractice(page: Page, take: Take): Promise<void> {
  const openPractice = async () => {
    await page.goto("/practice");
    await page.waitForLoadState("networkidle");
  };
  await openPractice();
  await take(page, "practice");
  await check(page, "9999900011");
  await page.getByRole("button", { name: "What happens next?" }).waitFor();
  await take(page, "practice-held");
  await openPractice();
  await check(page, "9999900070");
  await page.getByRole("heading", { name: "Could not check" }).waitFor();
  await take(page, "practice-could-not-check");
  await openPractice();
  await check(page, "9990000018");
  await page.getByRole("link", { name: "Leave practice and check a child" }).waitFor();
  await take(page, "practice-not-of-cast");
  await page.goto("/appearance");
  await take(page, "appearance");
}

/** A child without a number: the form, and what it comes to. */
async function photographSearch(page: Page, take: Take): Promise<void> {
  await page.getByRole("link", { name: "I have no NHS number" }).click();
  await page.getByRole("heading", { name: "Find a child by name" }).waitFor();
  await take(page, "search");
  await search(page, { "Family name": "Sto*", "Or about how old": "7" });
  await page.getByText("More than one person fits").waitFor();
  await take(page, "search-too-many");
  await search(page, { Postcode: "ZZ1 8AB" });
  await page.getByRole("heading", { name: "Is this the child?" }).waitFor();
  await take(page, "search-found");
  await page.getByRole("button", { name: "No, search again" }).click();
  await search(page, { "Family name": "Nosuchname" });
  await page.getByText("Nobody fits what you typed").waitFor();
  await take(page, "search-none");
  await openPad(page);
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
