import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { chooseSetting, nameOnCard, numberField, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test as base } from "@/test/support/product";
import { field, isThisTheChild, openSearch, search, searchButton, yes } from "@/test/support/searching";
import { rawDatabase } from "@/test/support/waiting";

interface Dennis {
  readonly Day: string;
  readonly Month: string;
  readonly Year: string;
}

/** Demographics answers again after each test; and when Dennis Sampleby was born, who is on a plan. */
const test = base.extend<{ readonly mended: undefined; readonly born: Dennis }>({
  mended: [
    async ({ product }, use) => {
      await use(undefined);
      product.demographics.fail(undefined);
    },
    { auto: true },
  ],
  born: async ({ product }, use) => {
    const [row] = await askOwner(
      product.ownerUrl,
      z.object({ born: z.string() }),
      "select date_of_birth::text as born from subject where nhs_number = '9990000018'",
    );
    const [Year = "", Month = "", Day = ""] = (row?.born ?? "").split("-");
    await use({ Day, Month, Year });
  },
});

test("a crew finds a child by the beginning of the family name and the date of birth, and checks them", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Sam*", ...born });

  await expect(isThisTheChild(crew)).toBeFocused();
  await expect(crew.getByRole("status").filter({ hasText: "One person was found." })).toHaveCount(1);
  await expect(crew.getByRole("main")).toContainText("Dennis Sampleby");
  await expect(crew.getByRole("main")).toContainText("years old)");
  await expect(crew.getByText("their local authority is told at once")).toBeVisible();
  await yes(crew).click();
  await expect(verdicts(crew).held).toBeVisible();
  expect(await nameOnCard(crew)).toContain("Sampleby");
  await expect(crew.getByRole("region", { name: "This call" })).toContainText("1 child known");
});

test("more than one fits: what to add is said, and with the postcode there is one person left", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Sam*", "Or about how old": "5" });
  const says = crew.getByRole("alert").filter({ hasText: "More than one person fits" });
  await expect(says).toContainText("Nothing was checked.");
  await expect(says.getByRole("listitem").first()).toHaveText("the date of birth, in place of the age");
  await expect(crew.getByText("Sampleby")).toHaveCount(0);
  await expect(field(crew, "Family name")).toHaveValue("Sam*");

  await search(crew, { Postcode: "zz1" });
  await expect(isThisTheChild(crew)).toBeVisible();
  await expect(crew.getByRole("main")).toContainText("Dennis Sampleby");
});

test("nobody fits: nothing was checked, and the child can be put on record as here", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Nosuchname", "Or about how old": "5" });
  const says = crew.getByRole("alert").filter({ hasText: "Nobody fits what you typed" });
  await expect(says).toContainText("Nothing was checked: this says nothing about the child.");
  await crew.getByText("A child I cannot identify is here").click();
  await crew.getByRole("button", { name: "Record it" }).click();

  await expect(crew.getByRole("region", { name: "This call" })).toContainText("1 more child not identified");
  await expect(field(crew, "Family name")).toHaveValue("Nosuchname");
});

test("what is wrong is said at each field, and everything typed stays", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Sa*", Day: "31", Month: "6", Year: "2019", Postcode: "Leeds" });
  await expect(crew.getByRole("alert").getByRole("listitem")).toHaveCount(3);
  await crew.getByRole("link", { name: /^Enter at least 3 letters/ }).click();

  await expect(field(crew, "Family name")).toBeFocused();
  await expect(field(crew, "Family name")).toHaveValue("Sa*");
  await expect(field(crew, "Postcode")).toHaveValue("Leeds");
});

test("the person is not the child: what was typed is still there, and going back leads on to the pad", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  await search(crew, { "Family name": "Sam*", ...born });
  await expect(isThisTheChild(crew)).toBeVisible();

  await crew.getByRole("button", { name: "No, search again" }).click();
  await expect(field(crew, "Family name")).toHaveValue("Sam*");
  await expect(field(crew, "Year")).toHaveValue(born.Year);
  await crew.goBack();
  await expect(numberField(crew)).toBeVisible();
  await crew.goForward();
  await expect(field(crew, "Family name")).toHaveValue("Sam*");
  await crew.getByRole("button", { name: "Type a number instead" }).click();
  await expect(numberField(crew)).toBeVisible();
});

test("a tap on “I have no NHS number” counts before the page's script has come", async ({
  browser,
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const scriptless = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await crew.context().storageState(),
  });
  const page = await scriptless.newPage();
  await page.goto(crew.url());
  await page.getByRole("link", { name: "I have no NHS number" }).click();
  await expect(page).toHaveURL(/\/check\?search$/);
  const address = page.url();
  await scriptless.close();

  await crew.goto(address);
  await expect(crew.getByRole("heading", { name: "Find a child by name" })).toBeVisible();
});

test("who was found is gone once another child is checked, and nothing typed waits for them", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  await search(crew, { "Family name": "Sam*", ...born });
  await yes(crew).click();
  await expect(verdicts(crew).held).toBeVisible();

  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await crew.getByRole("link", { name: "I have no NHS number" }).click();
  await expect(field(crew, "Family name")).toHaveValue("");
});

const troubles = [
  ["demographics is down", { status: 500 }],
  ["demographics wants to be left alone", { status: 429, retryAfterSeconds: 30 }],
  ["the line breaks", "reset"],
  ["a page comes in place of an answer", "html"],
] as const;

for (const [what, trouble] of troubles) {
  test(`${what}: it could not be searched, never “nobody”, and a later try finds`, async ({
    signIn,
    product,
    born,
  }) => {
    const crew = await signIn("crew");
    await openSearch(crew);
    product.demographics.fail(trouble);
    await search(crew, { "Family name": "Sam*", ...born });

    await expect(crew.getByRole("heading", { name: "Could not search" })).toBeVisible();
    await expect(crew.getByText("Nobody fits")).toHaveCount(0);
    await expect(field(crew, "Family name")).toHaveValue("Sam*");
    product.demographics.fail(undefined);
    await searchButton(crew).click();
    await expect(isThisTheChild(crew)).toBeVisible();
  });
}

const onTheWay = [
  ["a page of the network", { contentType: "text/html", body: "<title>Welcome</title>" }],
  ["a gateway that gives up", { status: 504, contentType: "text/html", body: "" }],
] as const;

for (const [what, reply] of onTheWay) {
  test(`between phone and service stands ${what}: it could not be searched`, async ({ signIn, born }) => {
    const crew = await signIn("crew");
    await openSearch(crew);
    await crew.route("**/api/trpc/person.search*", (route) => route.fulfill(reply));
    await search(crew, { "Family name": "Sam*", ...born });

    await expect(crew.getByRole("heading", { name: "Could not search" })).toBeVisible();
    await expect(field(crew, "Family name")).toHaveValue("Sam*");
    await expectAccessible(crew);
  });
}

test("without a signal it says so, and finds with the next tap when the signal is back", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  await crew.context().setOffline(true);
  await search(crew, { "Family name": "Sam*", ...born });
  await expect(crew.getByRole("heading", { name: "No signal" })).toBeVisible();
  await expectAccessible(crew);

  await crew.context().setOffline(false);
  await searchButton(crew).click();
  await expect(isThisTheChild(crew)).toBeVisible();
});

test("a double tap searches once, and an answer that was not waited for is not shown", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  let asked = 0;
  let letGo: (() => void) | undefined;
  await crew.route("**/api/trpc/person.search*", async (route) => {
    asked += 1;
    await new Promise<void>((resolve) => (letGo = resolve));
    await route.continue();
  });
  await search(crew, { "Family name": "Sam*", ...born });
  await crew.getByRole("button", { name: "Searching…" }).click({ force: true });
  await expect.poll(() => letGo).toBeDefined();
  await crew.evaluate(() => window.dispatchEvent(new Event("lantern-locked")));
  const answered = crew.waitForResponse("**/api/trpc/person.search*");
  letGo?.();

  await (await answered).finished();
  await expect(field(crew, "Family name")).toHaveValue("");
  await expect(isThisTheChild(crew)).toHaveCount(0);
  expect(asked).toBe(1);
});

test("a clinician searches too, and the check stays silent", async ({ signIn, born }) => {
  const clinic = await signIn("clinic");
  await openSearch(clinic, "Community paediatrics");
  await search(clinic, { "Family name": "Sam*", ...born });
  await expect(clinic.getByText("This check is silent")).toBeVisible();
  await yes(clinic).click();
  await expect(clinic.getByText("This check was silent")).toBeVisible();
});

test("no name and no postcode is left: not on the phone, not in an address, not in the logs", async ({
  signIn,
  born,
  directory,
}) => {
  const crew = await signIn("crew");
  const addresses: string[] = [];
  crew.on("request", (request) => addresses.push(request.url()));
  await openSearch(crew);
  await search(crew, { "Family name": "Sampleby", "Given name": "Dennis", ...born, Postcode: "ZZ1 8AB" });
  await expect(isThisTheChild(crew)).toBeVisible();

  const logs = await logsIn(path.join(directory, "logs"));
  for (const text of [await keptOn(crew), await rawDatabase(crew), addresses.join("\n"), logs]) {
    expect(text).not.toMatch(/sampleby|dennis|ZZ1\W*(?:20)?8AB/i);
  }
});

/** What a browser keeps for our origin outside its databases, as text. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      location.href,
      document.title,
    ].join("\n"),
  );
}

async function logsIn(directory: string): Promise<string> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
  return texts.join("\n");
}
