import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, numberField, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/visitor";
import { isThisTheChild, openSearch, search } from "@/test/support/searching";
import { ownList } from "@/test/support/register-list";
import { answerInstead, questionRoute } from "@/test/support/waiting";

// Each page by itself: the longest of all files, whose tests have nothing to do with one another.
test.describe.configure({ mode: "parallel" });

const publicPages = [
  { path: "/sign-in", heading: "Sign in to Lantern" },
  { path: "/directory", heading: "Duty team numbers" },
  { path: "/offline", heading: "No connection" },
  { path: "/install", heading: "Put Lantern on your home screen" },
  { path: "/api/docs", heading: "Doors for systems" },
  { path: "/appearance", heading: "How Lantern looks on this phone" },
];

for (const { path, heading } of publicPages) {
  test(`everyone can use ${path}`, async ({ page, product }) => {
    await page.goto(`${product.origin}${path}`);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

const pagesOfRoles = [
  { persona: "crew", path: "/setting", heading: "Where do you work this shift?" },
  { persona: "crew", path: "/duty/phone", heading: "Alerts on this phone" },
  { persona: "crew", path: "/lock", heading: "Lock Lantern on this phone" },
  { persona: "crew", path: "/asked", heading: "Asked of you" },
  { persona: "privacy-officer", path: "/audit/one-number", heading: "Everything about one NHS number" },
  { persona: "privacy-officer", path: "/audit/unusual", heading: "Unusual looks" },
  { persona: "duty", path: "/duty", heading: "Alerts" },
  { persona: "duty", path: "/duty/phone", heading: "Alerts on this phone" },
  { persona: "la-manager", path: "/rota/reach", heading: "Who can be reached" },
  { persona: "duty", path: "/duty/handover", heading: "Handover" },
  { persona: "duty", path: "/duty/shifts", heading: "My shifts" },
  { persona: "duty", path: "/rota/told", heading: "Who would be told?" },
  { persona: "la-manager", path: "/rota", heading: "Rota" },
  { persona: "la-manager", path: "/rota/ladder", heading: "Ladder and teams" },
  { persona: "la-manager", path: "/rota/told", heading: "Who would be told?" },
  { persona: "la-manager", path: "/referrals", heading: "Referrals" },
  { persona: "data-officer", path: "/feeds", heading: "Lists of plans" },
  { persona: "data-officer", path: "/feeds/quality", heading: "What is wrong in our lists today" },
  { persona: "data-officer", path: "/feeds/plan", heading: "Start, change or end one plan" },
  { persona: "data-officer", path: "/feeds/births", heading: "Children who were born" },
  { persona: "la-manager", path: "/feeds/tokens", heading: "Tokens of your systems" },
  { persona: "la-manager", path: "/feeds/webhooks", heading: "Telling your case system" },
  { persona: "la-manager", path: "/tonight", heading: "Can I trust tonight?" },
  { persona: "operator", path: "/tonight", heading: "Can I trust tonight?" },
  { persona: "la-manager", path: "/quality", heading: "How good are the lists?" },
  { persona: "operator", path: "/quality", heading: "How good are the lists?" },
  { persona: "la-manager", path: "/uptake", heading: "Is Lantern used as before?" },
  { persona: "operator", path: "/uptake", heading: "Is Lantern used as before?" },
  { persona: "la-manager", path: "/drills", heading: "Would an alert be taken?" },
  { persona: "la-manager", path: "/insight", heading: "Figures" },
  { persona: "la-manager", path: "/insight?days=1826", heading: "Figures" },
  { persona: "la-manager", path: "/insight/times?by=hour-of-week", heading: "Time to a human" },
  { persona: "la-manager", path: "/insight/activity", heading: "Activity" },
  { persona: "la-manager", path: "/insight/activity/children", heading: "Children seen often" },
  { persona: "health-manager", path: "/insight/activity", heading: "Activity" },
  { persona: "health-manager", path: "/insight", heading: "Figures" },
  { persona: "health-manager", path: "/uptake", heading: "Is Lantern used as before?" },
  { persona: "operator", path: "/insight", heading: "Figures" },
  { persona: "operator", path: "/insight/times?by=setting", heading: "Time to a human" },
  { persona: "operator", path: "/insight/activity", heading: "Activity" },
  { persona: "operator", path: "/drills", heading: "Would an alert be taken?" },
  { persona: "health-manager", path: "/insight/digest", heading: "Weekly figures" },
  { persona: "privacy-officer", path: "/insight/digest", heading: "Weekly reminder of looks" },
  { persona: "la-manager", path: "/insight/rows?measure=raised&days=28", heading: "Alerts raised" },
  {
    persona: "la-manager",
    path: "/insight/rows?measure=answered&days=28&by=rung&is=1&page=times",
    heading: "Alerts answered: Rung 1",
  },
];

for (const { persona, path, heading } of pagesOfRoles) {
  test(`everyone can use ${path} as ${persona}`, async ({ visitor }) => {
    const page = await visitor(persona);
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

test("everyone can use the number pad and the card of a child who is known", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await expectAccessible(crew);

  await check(crew, "9990000042");
  await expect(verdicts(crew).held).toBeVisible();
  await expectAccessible(crew);
});

test("everyone can use the two other answers", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990548609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expectAccessible(crew);

  await crew.getByRole("button", { name: "Check another child" }).click();
  await answerInstead(crew, questionRoute, (route) => route.abort());
  await check(crew, "9990548609");
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expectAccessible(crew);
});

test("everyone can use the search by name, and all that it comes to", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  await expectAccessible(crew);
  await search(crew, { "Family name": "Sa*", Day: "31" });
  await expect(crew.getByText("There is a problem")).toBeVisible();
  await expectAccessible(crew);

  await search(crew, { "Family name": "Sto*", Day: "", "Or about how old": "7" });
  await expect(crew.getByText("More than one person fits")).toBeVisible();
  await expectAccessible(crew);
  await search(crew, { Postcode: "ZZ1 8AB" });
  await expect(isThisTheChild(crew)).toBeVisible();
  await expectAccessible(crew);
  await crew.getByRole("button", { name: "No, search again" }).click();
  await search(crew, { "Family name": "Nosuchname" });
  await expect(crew.getByText("Nobody fits what you typed")).toBeVisible();
  await expectAccessible(crew);
});

test("everyone can use the page of an alert", async ({ signIn }) => {
  const duty = await signIn("duty");
  await duty.goto("/duty");
  await duty.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(duty.getByRole("heading", { name: /was looked up$/ })).toBeVisible();
  await expectAccessible(duty);
});

test("everyone can use the page of a list", async ({ signIn }) => {
  const officer = await signIn("data-officer");
  await officer.goto("/feeds");
  await officer.getByRole("row").getByRole("link").first().click();
  await expect(officer.getByRole("heading", { name: /List number \d+$/ })).toBeVisible();
  await expectAccessible(officer);
});

test("everyone can use a list that waits for a person, and the way back from one", async ({
  signIn,
  product,
}) => {
  const officer = await signIn("data-officer");
  const { lines, fileName } = await ownList(product.ownerUrl, "E08000035");
  await officer.goto("/feeds");
  const buffer = Buffer.from(lines.slice(0, -3).join("\r\n"));
  await officer.getByLabel("File").setInputFiles({ name: fileName, mimeType: "text/csv", buffer });
  await officer.getByRole("button", { name: "Send the list" }).click();
  await expect(officer.getByRole("button", { name: "Apply this list" })).toBeVisible();
  await expectAccessible(officer);

  await officer.getByRole("button", { name: "Apply this list" }).click();
  await expect(officer.getByRole("heading", { name: "Missing from this list" })).toBeVisible();
  await expectAccessible(officer);
  // What stands in a form to be ticked is on paper too.
  await officer.emulateMedia({ media: "print" });
  await expect(officer.getByRole("table", { name: "Plans that stay in force" })).toBeVisible();
  await expect(officer.getByRole("button")).toHaveCount(0);
  await officer.emulateMedia({ media: "screen" });
  await officer.getByRole("link", { name: "Undo this list" }).click();
  await expect(officer.getByRole("heading", { name: "Undo this list", level: 1 })).toBeVisible();
  await expectAccessible(officer);
  await officer.getByRole("button", { name: "Undo this list" }).click();
  await expect(officer.getByRole("heading", { name: "Undone" })).toBeVisible();
});

test("everyone can use the search of who looked, and what it finds", async ({ signIn }) => {
  const officer = await signIn("privacy-officer");
  await officer.goto("/audit");
  await expectAccessible(officer);

  await officer.getByRole("button", { name: "Search" }).click();
  await expect(officer.getByText(/^As at /)).toBeVisible();
  await expectAccessible(officer);
});

test("a crew can do everything with the keyboard alone", async ({ signIn }) => {
  const crew = await signIn("crew");
  await crew.goto("/setting");
  await tabTo(crew, "radio");
  await crew.keyboard.press("Space");
  await tabTo(crew, "button", "Go on");
  await crew.keyboard.press("Enter");
  await expect(numberField(crew)).toBeVisible();

  await tabTo(crew, "textbox", "NHS number");
  await crew.keyboard.type("9990000018");
  await crew.keyboard.press("Enter");

  await expect(verdicts(crew).held).toBeVisible();
  await tabTo(crew, "link", /^Ring /);
  await tabTo(crew, "button", "Check another child");
  await crew.keyboard.press("Enter");
  await expect(numberField(crew)).toHaveValue("");
});

/** Presses Tab until the first thing of this kind has the focus, as somebody without a pointer does. */
async function tabTo(
  page: Page,
  role: "radio" | "button" | "textbox" | "link",
  name?: string | RegExp,
): Promise<void> {
  const wanted = page
    .getByRole("main")
    .getByRole(role, name === undefined ? {} : { name })
    .first();
  for (let presses = 1; presses <= 100; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`A hundred presses of Tab did not lead to the ${role} ${String(name)}.`);
}
