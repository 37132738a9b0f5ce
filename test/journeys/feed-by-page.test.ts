import { expect, type Page } from "@playwright/test";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { newcomerNamed, ownList, planOf } from "@/test/support/register-list";

const leeds = "E08000035";
const wren = newcomerNamed("Kestrel");

test("a list with a wrong row is looked at, mended, confirmed, and its new child is known to the crew", async ({
  signIn,
  product,
}) => {
  const { lines, plans, sequence, fileName } = await ownList(product.ownerUrl, leeds);
  const wrong = [
    ...lines,
    planOf(wren, "Falcon"),
    "9990000019,Mistyped,Row,2018-01-01,LDS-NEW-2,CPP,2026-11-01,,,",
  ];
  const officer = await signIn("data-officer", { width: 1280, height: 900 });

  await send(officer, fileName, wrong);
  await seeWhatIsWrong(officer, plans);
  await officer.getByRole("button", { name: "Discard it" }).click();
  await expect(officer.getByText(/decided not to apply it/)).toBeVisible();

  const mended = [...lines, planOf(wren)];
  await send(officer, fileName, mended);
  await expect(figure(officer, "New plans")).toHaveText("1");
  await expect(figure(officer, "Not loaded")).toHaveText("0");
  await officer.getByRole("button", { name: "Apply this list" }).click();
  await expect(officer.getByRole("heading", { name: "Every row was loaded" })).toBeVisible();
  expect((await ownList(product.ownerUrl, leeds)).plans).toBe(plans + 1);

  await send(officer, fileName, mended);
  await expect(officer.getByText("Nothing was changed.")).toBeVisible();

  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, wren.nhsNumber);
  await expect(verdicts(crew).held).toBeVisible();
  await expect(crew.getByText("Wren Kestrel")).toBeVisible();

  await undo(officer, sequence);
  await crew.goto("/check");
  await check(crew, wren.nhsNumber);
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a file that is not a list is explained before it is sent", async ({ signIn }) => {
  const officer = await signIn("data-officer");

  await choose(officer, "holiday.csv", ["not,a,list"]);

  await expect(officer.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(officer).toHaveURL(/\/feeds$/);
});

/** All good rows as they were, and two that are wrong. */
async function seeWhatIsWrong(officer: Page, unchanged: number): Promise<void> {
  await expect(officer.getByRole("heading", { name: "Nothing has been changed yet" })).toBeVisible();
  await expect(figure(officer, "Rows in the list")).toHaveText(String(unchanged + 2));
  await expect(figure(officer, "New plans")).toHaveText("0");
  await expect(figure(officer, "Unchanged")).toHaveText(unchanged.toLocaleString("en-GB"));
  await expect(figure(officer, "Not loaded")).toHaveText("2");
  await expect(figure(officer, "In the register but missing from the list")).toHaveText("0");
  const problems = officer.getByRole("table", { name: "What is wrong" }).getByRole("row");
  await expect(problems.last()).toContainText("The number fails its check");
  await expect(problems.filter({ hasText: "Falcon" })).toContainText("Demographics has another family name");
}

async function undo(officer: Page, sequence: number): Promise<void> {
  await officer.goto("/feeds");
  await officer
    .getByRole("link", { name: `Number ${String(sequence)}` })
    .first()
    .click();
  await officer.getByRole("link", { name: "Undo this list" }).click();
  await expect(figure(officer, "New plans of the list, shown to nobody any more")).toHaveText("1");
  await officer.getByRole("button", { name: "Undo this list" }).click();
  await expect(officer.getByRole("heading", { name: "Undone" })).toBeVisible();
}

async function send(officer: Page, name: string, lines: readonly string[]): Promise<void> {
  await choose(officer, name, lines);
  await expect(officer.getByRole("heading", { name: /List number \d+$/ })).toBeVisible();
}

async function choose(officer: Page, name: string, lines: readonly string[]): Promise<void> {
  await officer.goto("/feeds");
  const buffer = Buffer.from(lines.join("\r\n"));
  await officer.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer });
  await officer.getByRole("button", { name: "Send the list" }).click();
}

/** The value beside a figure's name. */
function figure(officer: Page, name: string) {
  const term = officer.getByRole("term").filter({ hasText: name });
  return officer.getByRole("main").locator("div").filter({ has: term }).getByRole("definition").first();
}
