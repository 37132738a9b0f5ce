import { expect, type Page } from "@playwright/test";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { newcomerNamed, ownList } from "@/test/support/register-list";
import { lockTable } from "@/test/support/table-lock";

const ada = newcomerNamed("Siskin");
const motherOfTheBorn = "9990000115";

/** Fills the form of one plan and saves it. */
async function tell(officer: Page, cells: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(cells))
    await officer.getByLabel(label, { exact: true }).fill(value);
  await officer.getByRole("radio", { name: "Child protection plan", exact: true }).check();
  await officer.getByRole("button", { name: "Save the plan" }).click();
}

test("a plan made this evening is told at the page, mended there, and known to the crew a minute later", async ({
  signIn,
}) => {
  const officer = await signIn("data-officer");
  await officer.goto("/feeds/plan");
  const cells = {
    "NHS number": ada.nhsNumber,
    "Family name": "Siskin",
    "Given names": "Ada Rose",
    "Date of birth": ada.dateOfBirth,
    "Your reference": "LDS-TOLD-1",
    "Start date": "31/02/2026",
  };
  await tell(officer, cells);
  await expect(officer.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(officer.getByLabel("Family name")).toHaveValue("Siskin");

  await tell(officer, { ...cells, "Start date": "01/11/2026" });
  await expect(officer.getByRole("heading", { name: "Every row was loaded" })).toBeVisible();

  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, ada.nhsNumber);
  await expect(verdicts(crew).held).toBeVisible();
});

test("a mother is known to have a child on a plan until the child's number is given, whose plan must be there", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, motherOfTheBorn);
  await expect(crew.getByText("A child was born and is on a plan")).toBeVisible();

  const officer = await signIn("data-officer");
  await officer.goto("/feeds/births");
  const number = officer.getByLabel("NHS number of the child");
  await number.fill(newcomerNamed("Nightjar").nhsNumber);
  await officer.getByRole("button", { name: "Give the number" }).click();
  await expect(
    officer.getByRole("alert").filter({ hasText: "Lantern holds no plan under this number yet" }),
  ).toBeVisible();

  await number.fill("9990000018");
  await officer.getByRole("button", { name: "Give the number" }).click();
  await expect(officer.getByText("No number is awaited")).toBeVisible();
  await crew.goto("/check");
  await check(crew, motherOfTheBorn);
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a long list shows how far it is, goes on while the page is left, and shows its effect by itself", async ({
  signIn,
  product,
}) => {
  const officer = await signIn("data-officer");
  const { lines, fileName } = await ownList(product.ownerUrl, "E08000035");
  const changed = lines.map((line, place) => (place > 0 && place <= 12 ? line.replace('"', '"X') : line));
  const traces = await lockTable(product.ownerUrl, "trace", { mayRead: true });

  await officer.goto("/feeds");
  const buffer = Buffer.from(changed.join("\r\n"));
  await officer.getByLabel("File").setInputFiles({ name: fileName, mimeType: "text/csv", buffer });
  await officer.getByRole("button", { name: "Send the list" }).click();
  const asked = officer.getByText(/^0 of \d+ people who are new or changed$/);
  await expect(asked).toBeVisible();
  await officer.getByRole("link", { name: "All lists" }).click();
  await officer.getByRole("row").getByRole("link").first().click();
  await expect(asked).toBeVisible();

  await traces.release();
  await expect(officer.getByRole("heading", { name: "Nothing has been changed yet" })).toBeVisible();
  await officer.getByRole("button", { name: "Discard it" }).click();
  await expect(officer.getByText(/decided not to apply it/)).toBeVisible();
});
