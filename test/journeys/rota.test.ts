import { expect, type Locator, type Page } from "@playwright/test";
import { isWorkingDay } from "@/server/domain/directory/working-day";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { expectAccessible } from "@/test/support/axe";
import { test } from "@/test/support/product";

test("a manager enters a weekly shift on a phone, is shown a gap when it is made, and fills it", async ({
  signIn,
}) => {
  const manager = await signIn("la-manager");
  await openTeam(manager, "Leeds office team");
  await expect(manager.getByText("No gap and nobody in two places in the next 28 days.")).toBeVisible();

  const weekly = await opened(manager.getByRole("main"), "Add a weekly shift");
  await weekly.getByLabel("In which place?").selectOption("Third on call");
  await weekly.getByLabel("Wednesday").check();
  await weekly.getByRole("button", { name: "Add the weekly shift" }).click();
  await expect(weekly.getByRole("alert")).toContainText("Choose who is on call.");
  await expect(weekly.getByLabel("Wednesday")).toBeChecked();
  await weekly.getByLabel("Who?").selectOption({ index: 2 });
  await weekly.getByRole("button", { name: "Add the weekly shift" }).click();
  await expect(manager.getByText("The weekly shift is in the rota.")).toBeVisible();
  await expect(manager.getByText(/Third on call, Wednesday 09:00 to 17:00/)).toBeVisible();

  const day = workingDayFrom(14);
  const absence = await opened(manager.getByRole("main"), "Record an absence");
  await absence.getByLabel("Who is absent?").selectOption("Amira Hassan");
  await fillWhen(absence, "From", `${day} 07:00`);
  await fillWhen(absence, "To", `${day} 20:00`);
  await absence.getByRole("button", { name: "Record the absence" }).click();
  await expect(manager.getByText("The absence is in the rota.")).toBeVisible();
  await expect(manager.getByText(/Nobody is first on call/).first()).toBeVisible();
  await expectAccessible(manager);

  const once = await opened(manager.getByRole("main"), "Put somebody on call once");
  await once.getByLabel("Who?").selectOption({ index: 3 });
  await fillWhen(once, "From", `${day} 19:00`);
  await fillWhen(once, "To", `${day} 07:00`);
  await once.getByRole("button", { name: "Add the shift" }).click();
  await expect(once.getByRole("alert")).toBeVisible();
  await expectAccessible(manager);
  await fillWhen(once, "From", `${day} 07:00`);
  await fillWhen(once, "To", `${day} 19:00`);
  await once.getByRole("button", { name: "Add the shift" }).click();
  await expect(manager.getByText("The shift is in the rota.")).toBeVisible();
  await expect(manager.getByText(/Nobody is first on call/)).toHaveCount(0);
});

test("a duty worker takes over now, the manager sees it, and it is taken back", async ({ signIn }) => {
  const ben = await signIn("duty-backup");
  const manager = await signIn("la-manager", { width: 1280, height: 900 });
  await ben.goto("/duty/shifts");
  await expect(ben.getByText(/^You are second on call until/)).toBeVisible();

  const team = ben.getByRole("region", { name: "Leeds office team" });
  await team.getByRole("button", { name: "I’m taking over now" }).click();
  await expect(ben.getByText("Taken over, from now on.")).toBeVisible();
  await openTeam(manager, "Leeds office team");
  await expect(manager.getByText(/Ben Carter has taken over as first on call/)).toBeVisible();

  await ben.getByRole("button", { name: "Take this change back" }).click();
  await expect(ben.getByText("The change is taken back.")).toBeVisible();
  await manager.reload();
  await expect(manager.getByText(/Ben Carter has taken over/)).toHaveCount(0);
});

test("two shifts are swapped at once, and swapped back", async ({ signIn }) => {
  const ben = await signIn("duty-backup");
  await ben.goto("/duty/shifts");
  const team = ben.getByRole("region", { name: "Leeds office team" });
  const swap = await opened(team, "Swap two shifts");

  await swap.getByRole("button", { name: "Swap the two shifts" }).click();
  await expect(swap.getByRole("alert")).toContainText("Choose a shift.");
  await chooseShift(swap, "Which of your shifts?", "Ben Carter");
  await chooseShift(swap, "For which shift of a colleague?", "Amira Hassan");
  await swap.getByRole("button", { name: "Swap the two shifts" }).click();
  await expect(ben.getByText("The two shifts are swapped.")).toBeVisible();
  await expect(ben.getByText(/Amira Hassan has Ben Carter’s shift .* by a swap/)).toBeVisible();

  await ben.getByRole("button", { name: "Take this change back" }).first().click();
  await expect(ben.getByText("The change is taken back.")).toBeVisible();
  await expect(ben.getByText(/by a swap/)).toHaveCount(0);
});

test("who would be told in the night after Christmas Day is answered today", async ({ signIn }) => {
  const manager = await signIn("la-manager");
  await manager.goto("/rota/told");
  const christmas = nextChristmas();

  await manager.getByLabel("Date").fill(addDays(christmas, 1));
  await manager.getByLabel("Time").fill("02:10");
  await manager.getByRole("button", { name: "Show who would be told" }).click();

  const told = manager.getByRole("region", { name: /at 02:10$/ });
  await expect(told).toContainText("Told: Leeds and Wakefield duty team.");
  await expect(told).toContainText("Amira Hassan");
  await expect(told).toContainText("Ben Carter");
  await expect(told).toContainText("Everybody who is authority manager is told on this rung");
  await expectAccessible(manager);

  await manager.goto("/rota/told?atDate=31/02/2027&atTime=02:10");
  await expect(manager.getByRole("alert").filter({ hasText: "Enter a date" })).toBeVisible();
});

test("shifts come into one's own calendar from a secret address, until it is ended", async ({
  signIn,
  playwright,
}) => {
  const duty = await signIn("duty");
  await duty.goto("/duty/shifts");
  await duty.getByRole("button", { name: "Make an address" }).click();
  const address = (await duty.getByText(/\/api\/calendars\/.+\.ics$/).textContent()) ?? "";
  await expectAccessible(duty);

  // A calendar program has no session.
  const program = await playwright.request.newContext();
  const calendar = await program.get(address);
  const text = await calendar.text();
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(text.split("BEGIN:VEVENT").length).toBeGreaterThan(20);
  expect(text).toContain("Leeds office team");
  expect(text).not.toContain("Carter");

  await duty.getByRole("button", { name: "End the address" }).click();
  await expect(duty.getByText("There is no address yet.")).toBeVisible();
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
});

async function openTeam(page: Page, name: string): Promise<void> {
  await page.goto("/rota");
  await page.getByLabel("Team", { exact: true }).selectOption(name);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(`${name} is told of the alerts of`)).toBeVisible();
}

/** The form behind these words, open. */
async function opened(within: Locator, words: string): Promise<Locator> {
  const summary = within.page().getByText(words, { exact: true });
  const form = within.getByRole("group").filter({ has: summary });
  await form.getByText(words, { exact: true }).click();
  return form;
}

/** Chooses a shift of this person that has not begun. */
async function chooseShift(form: Locator, question: string, name: string): Promise<void> {
  const select = form.getByLabel(question);
  const value = await select.locator("option", { hasText: name }).nth(4).getAttribute("value");
  await select.selectOption(value);
}

async function fillWhen(form: Locator, question: string, moment: string): Promise<void> {
  const [date = "", time = ""] = moment.split(" ");
  const when = form.getByRole("group", { name: question, exact: true });
  await when.getByLabel("Date").fill(date);
  await when.getByLabel("Time").fill(time);
}

function workingDayFrom(days: number): LondonDate {
  const day = addDays(londonDate(new Date()), days);
  return isWorkingDay(londonInstant(day, 720)) ? day : workingDayFrom(days + 1);
}

function nextChristmas(): LondonDate {
  const today = londonDate(new Date());
  const christmas = `${today.slice(0, 4)}-12-25`;
  return today < christmas ? christmas : `${String(Number(today.slice(0, 4)) + 1)}-12-25`;
}
