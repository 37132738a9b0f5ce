import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { askButton, numberField, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/fake-camera";
import { askOwner, countLookups } from "@/test/support/owner-database";
import { bandOf, bandPanel, barsOf, scanButton, scanner, scannerSays } from "@/test/support/scanner";

const yes = (page: Page) => page.getByRole("button", { name: "Yes, check this child" });
const notThisChild = (page: Page) => page.getByRole("button", { name: "Not this child" });

test("a band is scanned, says who it is of, is confirmed by a person and answered", async ({
  crew,
  show,
  product,
}) => {
  await show({ codes: [bandOf("9990000018")] });
  await scanButton(crew).click();

  const said = bandPanel(crew).getByRole("heading", { name: "The band says: WREN, Isla, born 9 March 2021" });
  await expect(said).toBeFocused();
  await expect(numberField(crew)).toHaveValue("999 000 0018");
  await expect(scanner(crew)).toHaveCount(0);
  await yes(crew).click();

  await expect(verdicts(crew).held).toBeVisible();
  expect(await newestSource(product.ownerUrl)).toBe("scanned");
});

test("a band that is not this child's asks nothing, and its number is taken out", async ({
  crew,
  show,
  product,
}) => {
  const before = await countLookups(product.ownerUrl, "9990000026");
  const asked: string[] = [];
  crew.on("request", (request) => asked.push(request.url()));
  await show({ codes: [bandOf("9990000026")] });
  await scanButton(crew).click();

  await notThisChild(crew).click();

  await expect(crew.getByRole("alert").filter({ hasText: "The band is not this child’s" })).toBeVisible();
  await expect(numberField(crew)).toHaveValue("");
  await expect(bandPanel(crew)).toHaveCount(0);
  expect(asked.filter((url) => url.includes("lookup"))).toEqual([]);
  expect(await countLookups(product.ownerUrl, "9990000026")).toBe(before);
});

test("a number that is changed after the scan is a typed one, and the band's words are gone", async ({
  crew,
  show,
}) => {
  await show({ codes: [bandOf("9990000018")] });
  await scanButton(crew).click();
  await expect(bandPanel(crew)).toBeVisible();

  await numberField(crew).press("End");
  await numberField(crew).press("Backspace");

  await expect(bandPanel(crew)).toHaveCount(0);
  await expect(askButton(crew)).toBeVisible();
});

test("a band with a wrong check digit of its own is used only after it was compared", async ({
  crew,
  show,
}) => {
  await show({ codes: [{ symbology: "datamatrix", text: "8018505089899900000187" }] });

  await scanButton(crew).click();

  await expect(bandPanel(crew)).toContainText("The band’s own check digit is wrong");
  await expect(bandPanel(crew)).toContainText("Compare 999 000 0018");
});

test("of two bands in one picture a person chooses", async ({ crew, show }) => {
  await show({
    codes: [bandOf("9990000018", { x: 0.45, size: 0.4 }), bandOf("9990000026", { x: 1.3, size: 0.4 })],
  });
  await scanButton(crew).click();
  await expect(scanner(crew).getByRole("heading", { name: "Two people in the picture" })).toBeVisible();
  await expect(numberField(crew)).toHaveValue("");

  await scanner(crew)
    .getByRole("button", { name: /^999 000 0026/ })
    .click();

  await expect(numberField(crew)).toHaveValue("999 000 0026");
  await expect(bandPanel(crew)).toBeVisible();
});

test("a photo is read where the camera cannot be had", async ({ signInWith, cameraPhone, painter }) => {
  const crew = await signInWith(cameraPhone.browser, []);
  await scanButton(crew).click();
  await expect(scanner(crew)).toContainText("The camera is not allowed");

  const empty = await painter.paint({ codes: [] });
  await crew
    .getByLabel("Take a photo")
    .setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer: empty });
  await expect(scannerSays(crew)).toHaveText(/^No code could be read in the photo/);

  const photo = await painter.paint({ codes: [bandOf("9990000034", { turn: 20 })] });
  await crew
    .getByLabel("Take a photo")
    .setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer: photo });

  await expect(bandPanel(crew)).toBeVisible();
  await expect(numberField(crew)).toHaveValue("999 000 0034");
});

test("a photo without a code, or that is none, is said to be so", async ({ crew, painter, show }) => {
  await show({ codes: [] });
  await scanButton(crew).click();
  const buffer = await painter.paint({ codes: [] });
  await crew.getByLabel("Take a photo").setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer });
  await expect(scanner(crew)).toContainText("No code could be read in the photo");

  const text = Buffer.from("not a picture");
  await crew
    .getByLabel("Take a photo")
    .setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer: text });
  await expect(scanner(crew)).toContainText("The photo could not be read on this phone");
});

test("a bar code that carries a number alone is to be compared with the print", async ({ crew, show }) => {
  await show({ codes: [barsOf("9990000018")] });

  await scanButton(crew).click();

  await expect(bandPanel(crew).getByRole("heading")).toHaveText("The code carries a number and no name");
  await expect(bandPanel(crew)).toContainText("Compare 999 000 0018 with the NHS number that is printed");
});

test("what the band says leaves the phone in no request and stays in no store", async ({ crew, show }) => {
  const sent: string[] = [];
  crew
    .context()
    .on("request", (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`),
    );
  await crew.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await show({ codes: [bandOf("9990000018")] });
  await scanButton(crew).click();
  await yes(crew).click();
  await expect(verdicts(crew).held).toBeVisible();

  const asked = sent.filter((line) => line.startsWith("POST") && line.includes("lookup"));
  expect(asked).toHaveLength(1);
  const stored = await crew.evaluate(async () => [
    JSON.stringify([localStorage, sessionStorage, history.state]),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ""),
    ...(
      await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    ).flatMap((requests) => requests.map(({ url }) => url)),
  ]);
  expect(stored.join()).toContain("/scan/band-reader.wasm");
  for (const word of ["WREN", "Isla", "2021-03-09", "09-Mar-2021", "H104423"]) {
    expect([...sent, ...stored].filter((line) => line.includes(word))).toEqual([]);
  }
});

async function newestSource(ownerUrl: string): Promise<string | undefined> {
  const Row = z.object({ number_source: z.string() });
  const sql = "select number_source from lookup order by asked_at desc limit 1";
  const [row] = await askOwner(ownerUrl, Row, sql);
  return row?.number_source;
}
