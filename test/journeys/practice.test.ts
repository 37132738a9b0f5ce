import { expect } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "@/test/support/axe";
import {
  alertLine,
  askButton,
  check,
  chooseSetting,
  entryOf,
  numberField,
  verdicts,
} from "@/test/support/crew";
import { askOwner, countLookups } from "@/test/support/owner-database";
import { nextOfStory, openPractice, practiceBanner, requestsOf, rowsThatTell } from "@/test/support/practice";
import { test } from "@/test/support/product";
import { bandPanel, scanButton, scanner } from "@/test/support/scanner";

// Tests of one worker share a product and its people: a run that another began would be gone on with.
test.beforeEach(async ({ product }) => {
  await askOwner(product.ownerUrl, z.unknown(), "delete from practice_run");
});

test("a newcomer goes through practice, is told that they have practised, and nobody is told of any child", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  const before = await rowsThatTell(product.ownerUrl);
  const sent = requestsOf(crew);

  await check(crew, "9999900011");
  await expect(verdicts(crew).held).toBeVisible();
  await expect(entryOf(crew, "Pretendshire")).toContainText("Pretend One");
  await expect(alertLine(crew)).toContainText("Finding out who is on call.");
  for (const words of [
    /Sent to the person on call/,
    /Shown on the duty phone at/,
    /Taken by Pretend Duty at/,
  ]) {
    await nextOfStory(crew).click();
    await expect(alertLine(crew)).toContainText(words);
  }
  await crew.getByRole("button", { name: "Check another child" }).click();
  await check(crew, "9999900062");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await crew.getByRole("button", { name: "Check another child" }).click();
  await check(crew, "9999900070");
  await expect(verdicts(crew).couldNotCheck).toBeVisible();

  await expect(crew.getByRole("status").filter({ hasText: "You have practised" })).toContainText(
    new Date().getFullYear().toString(),
  );
  expect(await rowsThatTell(product.ownerUrl)).toEqual(before);
  const asked = sent.filter((line) => line.includes("/api/"));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((line) => !line.includes("/api/trpc/practice.record"))).toEqual([]);
  expect(sent.filter((line) => /99999000\d\d|999 990/.test(line))).toEqual([]);
  const finished = "select role from practice_run where finished_at > now() - interval '1 hour'";
  expect(await askOwner(product.ownerUrl, z.object({ role: z.string() }), finished)).toEqual([
    { role: "crew" },
  ]);
});

test("the frame of practice is in sight on every screen, however far one scrolls, and over the camera", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  const words = practiceBanner(crew).getByText("Nobody is told. These children are not real.");

  await expect(crew).toHaveTitle(/^Practice/);
  for (const nhsNumber of ["9999900038", "9999900062", "9999900070"]) {
    await check(crew, nhsNumber);
    await expect(
      crew.getByRole("status").filter({ hasText: "is not real, and nobody was told." }),
    ).toHaveCount(1);
    await crew.mouse.wheel(0, 5_000);
    await expect(words).toBeInViewport({ ratio: 1 });
    await expect(crew.getByRole("heading", { level: 1 })).toContainText("Practice");
    await crew.getByRole("button", { name: /^Check another/ }).click();
  }
  await crew.mouse.wheel(0, 5_000);
  await expect(words).toBeInViewport({ ratio: 1 });
  await scanButton(crew).click();
  await expect(scanner(crew).getByText("Nobody is told. These children are not real.")).toBeVisible();
});

test("a real screen has nothing of the frame", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  await check(crew, "9999900011");
  await expect(verdicts(crew).held).toBeVisible();

  await crew.getByRole("link", { name: "Leave practice" }).click();

  await expect(crew.getByRole("heading", { name: "Check a child", exact: false })).not.toContainText(
    "Practice",
  );
  await expect(practiceBanner(crew)).toHaveCount(0);
  await expect(crew).not.toHaveTitle(/Practice/);
  await expect(numberField(crew)).toHaveValue("");
});

test("a real number in practice is looked up nowhere, and one tap leads to a real check", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  const before = await countLookups(product.ownerUrl, "9990000018");
  const sent = requestsOf(crew);

  await check(crew, "9990000018");

  await expect(crew.getByRole("alert").filter({ hasText: "not one of the practice children" })).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
  expect(sent.filter((line) => line.includes("/api/"))).toEqual([]);
  await crew.getByRole("link", { name: "Leave practice and check a child" }).click();
  await expect(crew).toHaveURL(/\/check$/);
  await expect(practiceBanner(crew)).toHaveCount(0);
  expect(await countLookups(product.ownerUrl, "9990000018")).toBe(before);
});

test("a practice number in a real check is refused in plain words, gets no answer, and practice is offered", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const sent = requestsOf(crew);

  await check(crew, "9999900062");

  const refusal = crew.getByRole("alert").filter({ hasText: "This is a practice number" });
  await expect(refusal).toContainText("Nobody was checked and nobody was told.");
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
  expect(sent.filter((line) => line.includes("lookup"))).toEqual([]);
  await refusal.getByRole("link", { name: "Practise with it" }).click();
  await expect(practiceBanner(crew)).toBeVisible();
});

test("in practice a tap on a number rings nobody and the real numbers stay shut; it says what would happen", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  await check(crew, "9999900046");

  await crew.getByRole("link", { name: /^Ring Pretend emergency duty team/ }).click();
  await expect(crew.getByText("In practice nothing rings.")).toBeInViewport();
  await expect(verdicts(crew).held).toBeVisible();
  await crew.getByRole("button", { name: "Check another child" }).click();
  await check(crew, "9999900062");
  await crew.getByRole("link", { name: "Worried? Find a duty number" }).click();

  await expect(crew.getByText("In practice this stays shut.")).toBeInViewport();
  await expect(verdicts(crew).noneHeld).toBeVisible();
  expect(new URL(crew.url()).pathname).toBe("/practice");
});

test("sighting, review and departure can be tried, and nothing of it is sent", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  await check(crew, "9999900089");
  await expect(crew.getByText("has been replaced by another")).toBeVisible();
  await expect(crew.getByText("Finding out who is on call.")).toBeVisible();
  const sent = requestsOf(crew);

  await crew.getByRole("button", { name: "Child seen" }).click();
  await expect(crew.getByRole("button", { name: "✓ Child seen" })).toBeVisible();
  await crew.getByText("Where does the child go?").click();
  await crew.getByRole("button", { name: "Left at home" }).click();
  await expect(crew.getByText("Nobody has taken the alert yet.")).toBeVisible();
  await crew.getByText("Senior clinician’s review: not done yet").click();
  await crew.getByLabel("Name of the senior clinician").fill("Dr Pretend Senior");
  await crew.getByRole("button", { name: "Record the review" }).click();
  await expect(crew.getByText("Reviewed by Dr Pretend Senior")).toBeVisible();
  await crew.getByRole("button", { name: "Record “left at home” all the same" }).click();
  await expect(crew.getByText("Left at home: recorded. Change it?")).toBeVisible();

  expect(sent.filter((line) => line.startsWith("POST") && !line.includes("practice.record"))).toEqual([]);
  expect(sent.filter((line) => line.includes("Senior"))).toEqual([]);
});

test("going back leads from an answer to an empty pad, and a card clears itself after half an hour", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  await check(crew, "9999900054");
  await expect(crew.getByText("Unborn child on a child protection plan")).toBeVisible();

  await crew.goBack();
  await expect(numberField(crew)).toHaveValue("");
  await expect(practiceBanner(crew)).toBeVisible();

  await crew.clock.install();
  await check(crew, "9999900054");
  await expect(verdicts(crew).held).toBeVisible();
  await crew.clock.fastForward("31:00");
  await expect(verdicts(crew).held).toHaveCount(0);
  await expect(numberField(crew)).toHaveValue("");
});

test("the band on the page is scanned, says whose it is, and counts as scanned", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("control");
  await openPractice(crew, "Control room");
  await crew.getByText("Bands to scan, from another screen or printed").click();
  const drawing = crew.getByRole("img", { name: "wristband of Pretend Two" });
  await drawing.scrollIntoViewIfNeeded();
  // It is loaded when it comes into sight: a picture taken before then is of nothing.
  await drawing.evaluate((image: HTMLImageElement) => image.decode());
  const band = await drawing.screenshot();

  await scanButton(crew).click();
  await crew
    .getByLabel("Take a photo")
    .setInputFiles({ name: "band.png", mimeType: "image/png", buffer: band });

  await expect(bandPanel(crew)).toContainText("TWO, Pretend, born 5 October 2017");
  await crew.getByRole("button", { name: "Yes, check this child" }).click();
  await expect(entryOf(crew, "Make-Believe Borough")).toBeVisible();
  await expect(entryOf(crew, "Pretendshire")).toBeVisible();
  const scanned = "select role from practice_run where scanned_at is not null and typed_at is null";
  await expect
    .poll(() => askOwner(product.ownerUrl, z.object({ role: z.string() }), scanned))
    .toEqual([{ role: "control-room" }]);
});

test("without a signal practice goes on, says that it is not on record, and records it with a signal", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  const seen = "select id from practice_run where none_held_seen_at is not null and finished_at is null";
  const count = async () => (await askOwner(product.ownerUrl, z.unknown(), seen)).length;
  const before = await count();
  await crew.context().setOffline(true);

  await check(crew, "9999900062");
  await expect(verdicts(crew).noneHeld).toBeVisible();
  await expect(crew.getByRole("alert").filter({ hasText: "Not on record yet" })).toBeVisible();
  await crew.context().setOffline(false);
  await crew.getByRole("button", { name: "Record it now" }).click();

  await expect(crew.getByText("Not on record yet")).toHaveCount(0);
  expect(await count()).toBe(before + 1);
});

test("whoever checks silently practises silently: no alert is told of, and it takes four steps", async ({
  signIn,
}) => {
  const clinician = await signIn("clinic");
  await openPractice(clinician, "Community paediatrics");
  await expect(clinician.getByRole("region", { name: "What to practise" }).getByRole("listitem")).toHaveCount(
    4,
  );

  for (const nhsNumber of ["9999900011", "9999900062", "9999900070"]) {
    await check(clinician, nhsNumber);
    await expect(nextOfStory(clinician)).toHaveCount(0);
    await clinician.getByRole("button", { name: /^Check another/ }).click();
  }

  await expect(clinician.getByText("You have practised")).toBeVisible();
  await expect(askButton(clinician)).toBeVisible();
});

test("everyone can use practice and its answers", async ({ signIn }) => {
  const crew = await signIn("crew");
  await openPractice(crew);
  await expectAccessible(crew);
  await check(crew, "9999900011");
  await expect(verdicts(crew).held).toBeVisible();
  await expectAccessible(crew);
  await crew.goBack();
  await check(crew, "9999900070");
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expectAccessible(crew);
});
