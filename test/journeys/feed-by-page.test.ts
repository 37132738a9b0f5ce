import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";

const Line = z.object({ line: z.string() });
const Sequence = z.object({ next: z.number() });

const header =
  "nhs_number,family_name,given_names,date_of_birth,local_id,plan_type,start_date,end_date,delete_date,due_date";

/** Leeds's register, as Leeds would send it. */
const wholeList = `
  select concat_ws(',', nhs_number, '"' || family_name || '"', '"' || given_names || '"', date_of_birth, local_id,
    case plan.kind when 'child-protection' then 'CPP' when 'looked-after' then 'LAC' else 'UCPP' end,
    start_on, coalesce(end_on::text, ''), coalesce(deleted_on::text, ''), coalesce(due_on::text, '')) as line
  from plan join subject on subject.id = subject_id join organisation on organisation.id = plan.authority_id
  where organisation.code = 'E08000035' order by nhs_number, start_on`;

const nextSequence = `
  select last_sequence + 1 as next from register_state
  join organisation on organisation.id = authority_id where code = 'E08000035'`;

test("a list with one wrong row loads the others, and its new child is known to the crew", async ({
  signIn,
  product,
}) => {
  const newChild = numberFrom("999777001");
  const register = (await askOwner(product.ownerUrl, Line, wholeList)).map(({ line }) => line);
  const lines = [
    header,
    ...register,
    `${newChild},Kestrel,Wren,2019-05-04,LDS-NEW-1,CPP,2026-11-01,,,`,
    "9990000019,Mistyped,Row,2018-01-01,LDS-NEW-2,CPP,2026-11-01,,,",
  ];
  const [sequence] = await askOwner(product.ownerUrl, Sequence, nextSequence);
  const name = `E08000035_${String(sequence?.next)}.csv`;
  const officer = await signIn("data-officer", { width: 1280, height: 900 });

  await send(officer, name, lines);

  await expect(figure(officer, "Rows in the list")).toHaveText(String(lines.length - 1));
  await expect(figure(officer, "New plans")).toHaveText("1");
  await expect(figure(officer, "Unchanged")).toHaveText(register.length.toLocaleString("en-GB"));
  await expect(figure(officer, "Not loaded")).toHaveText("1");
  await expect(figure(officer, "In the register but missing from the list")).toHaveText("0");
  const problem = officer.getByRole("table", { name: "What is wrong" }).getByRole("row").last();
  await expect(problem).toContainText(String(lines.length));
  await expect(problem).toContainText("nhs_number");
  await expect(problem).toContainText("The number fails its check");

  await send(officer, name, lines);
  await expect(officer.getByText("Nothing was changed.")).toBeVisible();
  expect((await askOwner(product.ownerUrl, Line, wholeList)).length).toBe(register.length + 1);

  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, newChild);
  await expect(verdicts(crew).held).toBeVisible();
  await expect(crew.getByText("Wren Kestrel")).toBeVisible();
});

test("a file that is not a list is explained before it is sent", async ({ signIn }) => {
  const officer = await signIn("data-officer");

  await choose(officer, "holiday.csv", ["not,a,list"]);

  await expect(officer.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(officer).toHaveURL(/\/feeds$/);
});

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

function numberFrom(nineDigits: string): string {
  return `${nineDigits}${String(nhsCheckDigit(nineDigits))}`;
}
