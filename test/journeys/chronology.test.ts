import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test as base } from "@/test/support/product";
import { readPdf } from "@/test/support/read-pdf";

interface Given {
  /** A child of Leeds whom a crew has just looked up and who was helped promptly; the duty worker is on the page. */
  readonly chronology: { readonly duty: Page; readonly address: string };
}

const childOfLeeds = "9990000018";
const Closed = z.object({ subjectId: z.uuid(), eventId: z.uuid() });

const test = base.extend<Given>({
  chronology: async ({ signIn, product }, use) => {
    const [duty, crew] = [await signIn("duty"), await signIn("crew")];
    await chooseSetting(crew, "Ambulance");
    await check(crew, childOfLeeds);
    await expect(verdicts(crew).held).toBeVisible();
    const [closed] = await askOwner(
      product.ownerUrl,
      Closed,
      `with told as (select alert.id, subject_id from alert join subject on subject.id = subject_id
         where nhs_number = $1 order by raised_at desc limit 1)
       insert into alert_event (alert_id, kind, outcome, detail, happened_at)
       select id, 'closed', 'sought-help-promptly', 'Rang at once.', now() from told
       returning id as "eventId", (select subject_id from told) as "subjectId"`,
      [childOfLeeds],
    );
    const address = `/duty/children/${closed?.subjectId ?? ""}`;
    await duty.goto(address);
    await expect(duty.getByRole("heading", { name: "Seen in unscheduled care" })).toBeVisible();
    await use({ duty, address });
    // Other tests of this product open alerts that are not closed.
    await askOwner(product.ownerUrl, z.unknown(), "delete from alert_event where id = $1", [closed?.eventId]);
  },
});

test("a duty worker reads a child's chronology, by day and by night, on a phone and on a desk", async ({
  chronology: { duty },
}) => {
  const entry = newestEntry(duty);

  await expect(entry).toContainText("A look at the record, not proof of attendance.");
  await expect(entry).toContainText(
    "Priya Nair, crew, London Ambulance Service NHS Trust, looked at the record.",
  );
  await expect(entry.getByText("Positive evidence.")).toBeVisible();
  await expect(entry).toContainText("Rang at once.");
  await expectAccessible(duty);
});

test("neither address nor title says who the child is", async ({ chronology: { duty, address } }) => {
  const name = (await duty.getByRole("heading", { level: 1 }).innerText()).split("\n").at(-1) ?? "";

  expect(name.length).toBeGreaterThan(3);
  expect(await duty.title()).toBe("Chronology – Lantern");
  for (const link of await duty.getByRole("main").getByRole("link").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toContain(address.split("/").at(-1));
    expect(href).not.toContain(childOfLeeds);
  }
  expect(duty.url()).not.toContain(childOfLeeds);
});

test("the period is picked, and a bad date is answered beside its field", async ({
  chronology: { duty },
}) => {
  await duty.getByRole("button", { name: "Everything" }).click();
  await expect(duty.getByText(/^Everything up to /)).toBeVisible();
  await expect(duty.getByRole("button", { name: "Everything" })).toHaveAttribute("aria-current", "true");

  await duty.getByText("Other dates").click();
  await duty.getByLabel("First day").fill("31/2/2026");
  await duty.getByLabel("Last day").fill("1/3/2026");
  await duty.getByRole("button", { name: "Show these days" }).click();
  await expect(duty.getByLabel("First day")).toHaveAccessibleDescription(/Enter the first day as a date/);
  await expect(duty.getByLabel("First day")).toHaveValue("31/2/2026");
  await expect(duty.getByRole("alert").getByRole("link")).toHaveText(/Enter the first day as a date/);
  await expectAccessible(duty);

  await duty.getByLabel("First day").fill("1/1/2020");
  await duty.getByLabel("Last day").fill("2/1/2020");
  await duty.getByRole("button", { name: "Show these days" }).click();
  await expect(duty.getByText("Nothing is on record in these days")).toBeVisible();
  await expectAccessible(duty);
});

test("on paper there is the child, the entries and who printed it, and nothing to press", async ({
  chronology: { duty },
}) => {
  const { pages } = await readPdf(await duty.pdf({ preferCSSPageSize: true }));
  const text = pages.map((page) => page.text).join(" ");

  expect(text).toMatch(/Chronology C-[0-9A-F]{8}\. Printed .* by Amira Hassan, official-sensitive\./);
  expect(text).toContain("Positive evidence.");
  for (const toPress of ["Sign out", "Alerts", "Last 3 months", "Download as PDF", "Skip to main content"]) {
    expect(text).not.toContain(toPress);
  }
  for (const page of pages) expect(page.text).toMatch(/Official-sensitive/);
});

test("the PDF has what the page has", async ({ chronology: { duty } }) => {
  const download = duty.waitForEvent("download");
  await duty.getByRole("link", { name: "Download as PDF" }).click();
  const file = await download;

  expect(file.suggestedFilename()).toMatch(/^chronology-C-[0-9A-F]{8}-\d{4}-\d\d-\d\d\.pdf$/);
  const { pages, isTagged } = await readPdf(await readFile(await file.path()));
  const text = pages.map((page) => page.text).join(" ");
  expect(isTagged).toBe(true);
  expect(text).toContain("Positive evidence. Help was sought promptly.");
  expect(text).toContain("Rang at once.");
});

test("a crew is told that the page is not for them, and a stranger to the child that there is none", async ({
  signIn,
  chronology: { duty, address },
}) => {
  const crew = await signIn("crew");
  await crew.goto(address);
  await expect(crew.getByRole("heading", { name: "This page is not for your role" })).toBeVisible();

  // An id that is not of their authorities.
  await duty.goto(address.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")));
  await expect(duty.getByRole("heading", { name: "No such child" })).toBeVisible();
  await expectAccessible(duty);
});

function newestEntry(page: Page) {
  return page.getByRole("region", { name: /^Entry \d+\./ }).first();
}
