import { expect } from "@playwright/test";
import { chooseSetting, nameOnCard, numberField, verdicts } from "@/test/support/crew";
import { field, isThisTheChild, openSearch, search, test, yes } from "@/test/support/searching";

test("a crew finds a child by the beginning of the family name and the date of birth, and checks them", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Sto*", ...born });

  await expect(isThisTheChild(crew)).toBeFocused();
  await expect(crew.getByRole("status").filter({ hasText: "One person was found." })).toHaveCount(1);
  await expect(crew.getByRole("main")).toContainText("Joanie Storyley");
  await expect(crew.getByRole("main")).toContainText("years old)");
  await expect(crew.getByText("their local authority is told at once")).toBeVisible();
  await yes(crew).click();
  await expect(verdicts(crew).held).toBeVisible();
  expect(await nameOnCard(crew)).toContain("Storyley");
  await expect(crew.getByRole("region", { name: "This call", exact: true })).toContainText("1 child known");
});

test("more than one fits: what to add is said, and with the postcode there is one person left", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Sto*", "Or about how old": "7" });
  const says = crew.getByRole("alert").filter({ hasText: "More than one person fits" });
  await expect(says).toContainText("Nothing was checked.");
  await expect(says.getByRole("listitem").first()).toHaveText("the date of birth, in place of the age");
  await expect(crew.getByText("Storyley")).toHaveCount(0);
  await expect(field(crew, "Family name")).toHaveValue("Sto*");

  await search(crew, { Postcode: "zz1 8ab" });
  await expect(isThisTheChild(crew)).toBeVisible();
  await expect(crew.getByRole("main")).toContainText("Joanie Storyley");
});

test("nobody fits: nothing was checked, and the child can be put on record as here", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openSearch(crew);

  await search(crew, { "Family name": "Nosuchname", "Or about how old": "7" });
  const says = crew.getByRole("alert").filter({ hasText: "Nobody fits what you typed" });
  await expect(says).toContainText("Nothing was checked: this says nothing about the child.");
  await crew.getByText("A child I cannot identify is here").click();
  await crew.getByRole("button", { name: "Record it" }).click();

  await expect(crew.getByRole("region", { name: "This call", exact: true })).toContainText(
    "1 more child not identified",
  );
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
  await search(crew, { "Family name": "Sto*", ...born });
  await expect(isThisTheChild(crew)).toBeVisible();

  await crew.getByRole("button", { name: "No, search again" }).click();
  await expect(field(crew, "Family name")).toHaveValue("Sto*");
  await expect(field(crew, "Year")).toHaveValue(born.Year);
  await crew.goBack();
  await expect(numberField(crew)).toBeVisible();
  await crew.goForward();
  await expect(field(crew, "Family name")).toHaveValue("Sto*");
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
  await search(crew, { "Family name": "Sto*", ...born });
  await yes(crew).click();
  await expect(verdicts(crew).held).toBeVisible();

  await crew.getByRole("button", { name: "Check another child of this call" }).click();
  await crew.getByRole("link", { name: "I have no NHS number" }).click();
  await expect(field(crew, "Family name")).toHaveValue("");
});

test("a clinician searches too, and the check stays silent", async ({ signIn, born }) => {
  const clinic = await signIn("clinic");
  await openSearch(clinic, "Community paediatrics");
  await search(clinic, { "Family name": "Sto*", ...born });
  await expect(clinic.getByText("This check is silent")).toBeVisible();
  await yes(clinic).click();
  await expect(clinic.getByText("This check was silent")).toBeVisible();
});
