import { expect } from "@playwright/test";
import { askButton, chooseSetting, numberField, typeNumber, verdicts } from "@/test/support/crew";
import { holdScriptsBack } from "@/test/support/early-page";
import { test } from "@/test/support/product";

// A service worker would bring script files from the phone, and none could be held back.
test.use({ serviceWorkers: "block" });

test("digits and the tap on Check that come before the page's script are not lost, and count once", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const letCome = await holdScriptsBack(crew);
  await crew.goto("/check", { waitUntil: "commit" });

  await typeNumber(crew, "999054861");
  await crew.getByRole("button", { name: "Delete" }).click();
  await typeNumber(crew, "09");
  await expect(numberField(crew)).toHaveValue("999 054 8609");
  await askButton(crew).click();
  await expect(crew).toHaveURL(/\/check$/);
  letCome();

  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("digits that were typed early stay in the field when the script has come, and typing goes on", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const letCome = await holdScriptsBack(crew);
  await crew.goto("/check", { waitUntil: "commit" });
  await typeNumber(crew, "99905");
  letCome();
  await expect(crew.getByText("10 digits needed, 5 so far.")).toBeVisible();

  await typeNumber(crew, "48609");

  await expect(numberField(crew)).toHaveValue("999 054 8609");
  await expect(crew.getByText("10 digits, and the number passes its check")).toBeVisible();
});

test("a number that fails its check says at the tenth digit where the slip may be, and changes nothing", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");

  await typeNumber(crew, "9990000108");

  await expect(crew.getByText("Look again at the 8th and 9th digits (1 0: swapped?).")).toBeVisible();
  await expect(numberField(crew)).toHaveValue("999 000 0108");
});

const pasted = [
  ["NHS No: 999 000 0018", "999 000 0018"],
  ["999-000-0018", "999 000 0018"],
  ["8018505089899900000183", "999 000 0018"],
  ["]d28018505089899900000183\u001D91RX1,H1,,\u001D93WREN,Isla,09-Mar-2021,", "999 000 0018"],
  ["https://example.nhs.uk/?nhsNumber=9990000018", "999 000 0018"],
] as const;

for (const [text, value] of pasted) {
  test(`pasting ${JSON.stringify(text)} gives ${value}`, async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    await crew.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await crew.evaluate((words) => navigator.clipboard.writeText(words), text);

    await numberField(crew).focus();
    await crew.keyboard.press("ControlOrMeta+v");

    await expect(numberField(crew)).toHaveValue(value);
  });
}

test("a scanner that types like a keyboard is asked about before anything is checked", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await numberField(crew).focus();

  await crew.keyboard.type("801850508989990000018391RX1,H1,,93WREN,Isla,09-Mar-2021,");
  await crew.keyboard.press("Enter");

  await expect(
    crew.getByRole("heading", { name: "The band says: WREN, Isla, born 9 March 2021" }),
  ).toBeVisible();
  await expect(numberField(crew)).toHaveValue("999 000 0018");
});

test("a pasted prescription is explained and checks nothing", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await numberField(crew).fill("C86DF7-A83008-7F5D7U");

  await numberField(crew).press("Enter");

  await expect(crew.getByRole("alert").filter({ hasText: "This is a prescription" })).toBeVisible();
  await expect(numberField(crew)).toHaveValue("");
});
