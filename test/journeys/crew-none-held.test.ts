import { expect } from "@playwright/test";
import { askButton, check, chooseSetting, numberField, typeNumber, verdicts } from "@/test/support/crew";
import { askOwner, countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";
import { z } from "zod";

const stranger = "9990548609";

test.describe("a child of whom nothing is held", () => {
  test("is answered with what that does not mean, and with a way to a number", async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");

    await check(crew, stranger);

    await expect(verdicts(crew).noneHeld).toBeVisible();
    await expect(crew.getByText("This does not mean the child is safe.")).toBeVisible();
    await expect(crew.getByText(/^The lists of (all )?\d+/)).toContainText("two days old");
    await expect(crew.getByRole("region", { name: "Alert to the authority" })).toHaveCount(0);
    await crew.getByRole("link", { name: "Worried? Find a duty number" }).click();
    await expect(crew.getByRole("heading", { name: "Duty team numbers" })).toBeVisible();
  });

  test("is asked about once, however often the button is tapped", async ({ signIn, product }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    const before = await countLookups(product.ownerUrl, stranger);
    await typeNumber(crew, stranger);

    await askButton(crew).dblclick();

    await expect(verdicts(crew).noneHeld).toBeVisible();
    expect(await countLookups(product.ownerUrl, stranger)).toBe(before + 1);
  });

  test("is found on paste too, with spaces, dashes and a label", async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");

    await crew.evaluate(() => {
      document.querySelector<HTMLInputElement>("#nhsNumber")?.focus();
    });
    await crew.keyboard.insertText("NHS No: 999-054 8609");

    await expect(numberField(crew)).toHaveValue("999 054 8609");
    await askButton(crew).click();
    await expect(verdicts(crew).noneHeld).toBeVisible();
  });
});

const wrongNumbers = [
  { what: "mistyped", digits: "9990000019", words: "This number fails its check" },
  { what: "too short", digits: "99900000", words: "10 digits needed, 8 so far" },
  { what: "Scottish", digits: withCheckDigit("010101000"), words: "This is a Scottish number (CHI)" },
  {
    what: "Northern Irish",
    digits: withCheckDigit("320000000"),
    words: "This is a Northern Irish number (H&C)",
  },
];

for (const { what, digits, words } of wrongNumbers) {
  test(`a number that is ${what} is explained and never sent`, async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    const asked: string[] = [];
    crew.on("request", (request) => asked.push(request.url()));

    await check(crew, digits);

    await expect(crew.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(verdicts(crew).noneHeld).toHaveCount(0);
    expect(asked.filter((url) => url.includes("lookup.child"))).toEqual([]);
  });
}

test.describe("a card", () => {
  test("gives way to an empty pad when the crew goes back", async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    await check(crew, stranger);
    await expect(verdicts(crew).noneHeld).toBeVisible();

    await crew.goBack();

    await expect(numberField(crew)).toHaveValue("");
    await expect(verdicts(crew).noneHeld).toHaveCount(0);
  });

  test("is there again after the page is loaded again, without a second lookup", async ({
    signIn,
    product,
  }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    const before = await countLookups(product.ownerUrl, "9990000077");
    await check(crew, "9990000077");
    await expect(verdicts(crew).noneHeld).toBeVisible();

    await crew.reload();

    await expect(verdicts(crew).noneHeld).toBeVisible();
    expect(await countLookups(product.ownerUrl, "9990000077")).toBe(before + 1);
  });

  test("is somebody else's to nobody, and to nobody after half an hour", async ({ signIn, product }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    await check(crew, stranger);
    await expect(verdicts(crew).noneHeld).toBeVisible();
    const card = new URL(crew.url()).pathname;

    const colleague = await signIn("control");
    await colleague.goto(card);
    await expect(verdicts(colleague).couldNotCheck).toBeVisible();

    const age = "update lookup set asked_at = asked_at - interval '31 minutes' where id = $1 returning id";
    await askOwner(product.ownerUrl, z.unknown(), age, [card.split("/").at(-1)]);
    await crew.reload();
    await expect(verdicts(crew).couldNotCheck).toBeVisible();
    await expect(verdicts(crew).noneHeld).toHaveCount(0);
  });

  test("clears itself from the screen after half an hour", async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    await crew.clock.install();
    await check(crew, stranger);
    await expect(verdicts(crew).noneHeld).toBeVisible();

    await crew.clock.fastForward("31:00");

    await expect(crew.getByText("The last card has been cleared.")).toBeVisible();
    await expect(numberField(crew)).toHaveValue("");
  });
});

function withCheckDigit(nineDigits: string): string {
  return `${nineDigits}${String(nhsCheckDigit(nineDigits))}`;
}
