import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { readPdf } from "@/test/support/read-pdf";

const child = "9990000018";
const sizes = [
  ["a phone", { width: 390, height: 844 }],
  ["a desk", { width: 1280, height: 900 }],
] as const;

/** A crew has just looked the child up. */
async function lookedUp(signIn: (persona: string) => Promise<Page>): Promise<Page> {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, child);
  await expect(verdicts(crew).held).toBeVisible();
  return crew;
}

for (const [device, size] of sizes) {
  test(`on ${device} a privacy officer opens everything about one number`, async ({ signIn }) => {
    await lookedUp(signIn);
    const officer = await signIn("privacy-officer", size);
    await officer.goto("/audit");
    await officer.getByRole("link", { name: "Everything about one NHS number" }).click();
    await expect(
      officer.getByRole("heading", { name: "Everything about one NHS number", level: 1 }),
    ).toBeVisible();
    await officer.getByLabel("NHS number").fill("999 000 0019");
    await officer.getByRole("button", { name: "Open the record" }).click();
    await expect(officer.getByRole("link", { name: /^This number fails its check/ })).toBeVisible();

    await officer.getByLabel("NHS number").fill(child);
    await officer.getByRole("button", { name: "Open the record" }).click();
    await expect(officer.getByRole("heading", { name: "Who looked at 999 000 0018" })).toBeVisible();
    const newest = officer.getByRole("listitem").filter({ hasText: "looked the number up" }).last();
    await expect(newest).toContainText("Priya Nair, crew, Ambulance, London Ambulance Service NHS Trust");
    await expect(newest).toContainText("to the duty team of Leeds,");
    await expect(officer.getByText(/Whether others looked as well is not in this record/)).toBeVisible();
    await expectAccessible(officer);
    expect(officer.url()).not.toContain(child);
    expect(await officer.title()).toBe("Everything about one NHS number – Lantern");
  });

  test(`on ${device} a privacy officer takes the record away, and anybody can check it`, async ({
    signIn,
    product,
  }, info) => {
    await lookedUp(signIn);
    const officer = await signIn("privacy-officer", size);
    await officer.goto("/audit/one-number");
    await officer.getByLabel("NHS number").fill(child);
    await officer.getByRole("button", { name: "Open the record" }).click();

    const save = async (label: string, fileName: string) => {
      const coming = officer.waitForEvent("download");
      await officer.getByRole("button", { name: label }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(fileName);
      const place = info.outputPath(fileName);
      await download.saveAs(place);
      return place;
    };
    const files = [
      await save("JSON, signed", "who-looked.json"),
      await save("Signature of the JSON", "who-looked.jws"),
    ];
    const keys = info.outputPath("jwks.json");
    await writeFile(keys, await (await fetch(`${product.origin}/api/record-keys`)).text());
    const { stdout } = await promisify(execFile)(process.execPath, [
      "docs/verify-record.mjs",
      ...files,
      keys,
    ]);
    expect(stdout).toContain("Sound: these bytes were signed.");
    const { pages } = await readPdf(await readFile(await save("PDF, to read", "who-looked.pdf")));
    expect(pages.map(({ text }) => text).join(" ")).toContain("Priya Nair looked the number up");
  });

  test(`on ${device} a privacy officer asks why, the crew answers, and the look is decided`, async ({
    signIn,
    product,
  }) => {
    const crew = await lookedUp(signIn);
    await askOwner(
      product.ownerUrl,
      z.unknown(),
      "update lookup set incident_id = null where id = (select id from lookup where nhs_number = $1 order by asked_at desc limit 1)",
      [child],
    );
    const officer = await signIn("privacy-officer", size);
    await officer.goto("/audit/unusual");
    const first = officer
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: officer.getByRole("heading", { name: /^Priya Nair, / }) })
      .first();
    await expect(first).toContainText("Unscheduled care without a call-out.");
    const reference = /L-[0-9A-F]{8}/.exec(await first.innerText())?.[0] ?? "none";
    const look = officer.getByRole("listitem").filter({ has: officer.getByText(reference, { exact: true }) });
    await expectAccessible(officer);

    await look.getByText(`Decide on ${reference}`).click();
    await look.getByLabel("Ask why").check();
    await look.getByLabel("Why, or what you ask").fill("Which call was it?");
    await look.getByRole("button", { name: "Put it on record" }).click();
    await expect(look).toContainText("None yet.");

    await crew.goto("/setting");
    await crew.getByRole("link", { name: "Read it and answer" }).click();
    await expect(crew.getByRole("heading", { name: "Asked of you" })).toBeVisible();
    await expect(crew.getByText("Which call was it?")).toBeVisible();
    await expectAccessible(crew);
    await crew.getByLabel("Your answer").fill("A patient walked up to us.");
    await crew.getByRole("button", { name: "Send the answer" }).click();
    await expect(crew.getByText("Nobody has asked you anything")).toBeVisible();

    await officer.reload();
    await expect(look).toContainText("A patient walked up to us.");
    await look.getByText(`Decide on ${reference}`).click();
    await look.getByLabel("Proportionate", { exact: true }).check();
    await look.getByLabel("Why, or what you ask").fill("A good answer.");
    await look.getByRole("button", { name: "Put it on record" }).click();
    await expect(look).toHaveCount(0);
  });
}

test("a privacy officer asks for a reminder of the looks that wait, and stops it", async ({ signIn }) => {
  const officer = await signIn("privacy-officer");
  await officer.goto("/audit/unusual");
  await officer.getByRole("link", { name: "Have an e-mail each Monday that says how many wait" }).click();
  await expect(officer.getByText("You are not sent any.")).toBeVisible();

  await officer.getByLabel("Your e-mail address at work").fill("not an address");
  await officer.getByRole("button", { name: "Send me one each Monday" }).click();
  await expect(officer.getByRole("link", { name: /^Write an e-mail address/ })).toBeVisible();

  await officer.getByLabel("Your e-mail address at work").fill("officer@trust.example");
  await officer.getByRole("button", { name: "Send me one each Monday" }).click();
  await expect(
    officer.getByText(/^They go to o•••@trust\.example\. The next one comes on Monday/),
  ).toBeVisible();
  await officer.getByRole("button", { name: "Stop these e-mails" }).click();
  await expect(officer.getByText("You are not sent any.")).toBeVisible();
  await officer.getByRole("link", { name: "Unusual looks" }).click();
  await expect(officer.getByRole("heading", { name: "Unusual looks", level: 1 })).toBeVisible();
});
