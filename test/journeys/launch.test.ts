import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { startRecordSystem } from "@/server/demo/record-system/start";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, numberField, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { bandPanel } from "@/test/support/scanner";

const require = createRequire(import.meta.url);
const number = "9990000018";

/** All that the browser keeps where a page can see it. What the record system sent back was good once. */
function keptIn(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([localStorage, sessionStorage, window.history.state]));
}

test("from a hospital's record Lantern opens beside the patient, by way of sign-in and the setting", async ({
  browser,
  product,
}) => {
  const page = await browser.newPage({ baseURL: product.origin, viewport: { width: 390, height: 844 } });
  await page.goto(product.recordSystem.url);
  await page
    .getByRole("link", { name: /^Open Lantern beside/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Sign in with Care Identity" }).click();
  await page.getByRole("button", { name: /^Priya Nair/ }).click();
  await page.getByRole("radio", { name: "Ambulance", exact: true }).check();
  await page.getByRole("button", { name: "Go on" }).click();

  await expect(bandPanel(page).getByRole("heading", { name: /^The record says: .+, born/ })).toBeFocused();
  await expect(numberField(page)).toHaveValue("999 000 0018");
  await expect(page).toHaveURL(`${product.origin}/check`);
  await expectAccessible(page);
  const said = await bandPanel(page).getByRole("heading").innerText();
  const [, familyName = "nobody"] = /: (.+?),/.exec(said) ?? [];
  expect(await keptIn(page)).not.toMatch(new RegExp(`999 ?000 ?0018|${familyName}`));

  await page.getByRole("button", { name: "Yes, check this child" }).click();
  await expect(verdicts(page).held).toBeVisible();
  const looks = await askOwner(
    product.ownerUrl,
    z.object({ source: z.string() }),
    "select number_source as source from lookup order by asked_at desc limit 1",
  );
  expect(looks).toEqual([{ source: "system" }]);
  await page.context().close();
});

test("a record that gives no number leaves the pad to type on, and the next one is not this one", async ({
  signIn,
  product,
}) => {
  const page = await signIn("crew");
  await chooseSetting(page, "Ambulance");
  product.recordSystem.tell((resource) => ({ ...resource, identifier: [] }));
  await page.goto(product.recordSystem.launch(number));
  await expect(page.getByText("There is no NHS number in this record. Type the number.")).toBeVisible();
  await expect(page).toHaveURL(`${product.origin}/check`);
  await expectAccessible(page);
  product.recordSystem.tell(undefined);

  await page.goto(product.recordSystem.launch("9990000026"));
  await expect(numberField(page)).toHaveValue("999 000 0026");
  await page.getByRole("button", { name: "Not this child" }).click();
  await expect(page.getByText("Another patient’s record is open")).toBeVisible();
  await expect(numberField(page)).toHaveValue("");

  // Of a phone without an answer nothing is known about the other system.
  await page.route(/person\.inRecord/, (route) => route.abort());
  await page.goto(product.recordSystem.launch(number));
  await expect(page.getByText("No answer came. Look at your signal.")).toBeVisible();
  await page.unroute(/person\.inRecord/);

  // What was sent back once is gone after a reload, and typing goes on.
  await page.reload();
  await expect(bandPanel(page)).toHaveCount(0);
  await check(page, "9990548609");
  await expect(verdicts(page).noneHeld).toBeVisible();
});

test("a client of others, fhirclient, is opened from the same record system unchanged", async ({ page }) => {
  const library = readFileSync(require.resolve("fhirclient/build/fhir-client.js"));
  const script = `FHIR.oauth2.init({ clientId: "others", scope: "launch patient/Patient.r", redirectUri: "/" })
    .then((client) => client.patient.read())
    .then((patient) => { document.body.textContent = patient.name[0].family; })
    .catch((error) => { document.body.textContent = error.message; });`;
  const app = createServer(({ url }, response) => {
    if (url === "/library.js") response.end(library);
    else
      response
        .setHeader("Content-Type", "text/html")
        .end(`<!doctype html><body></body><script src="/library.js"></script><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => app.listen(0, "localhost", resolve));
  const origin = `http://localhost:${String((app.address() as { port: number }).port)}`;
  const wren = {
    nhsNumber: number,
    names: [{ familyName: "Quillworth", givenNames: ["Wren"] }],
    dateOfBirth: "2019-05-04",
  };
  const records = await startRecordSystem({
    port: 0,
    origin,
    patients: () => Promise.resolve([wren]),
    clients: [{ id: "others", redirectUri: `${origin}/` }],
  });

  await page.goto(records.launch(number));
  await expect(page.locator("body")).toHaveText("Quillworth");
  await records.stop();
  app.close();
});
