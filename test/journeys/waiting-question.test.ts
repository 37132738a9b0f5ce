import { expect } from "@playwright/test";
import { check, chooseSetting, typeNumber, verdicts } from "@/test/support/crew";
import { countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import {
  answerInstead,
  answerNotice,
  askWithoutSignal,
  comeBack,
  questionRoute,
  rawDatabase,
  readyPhone,
  untilAnswered,
  waitingCount,
} from "@/test/support/waiting";

const known = "9990000018";
const stranger = "9990548609";

test("without a signal the question is kept, asked once when the signal returns, and the answer opens by a tap", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await expect(waitingCount(crew)).toHaveText("1 waiting");

  await crew.context().setOffline(false);

  await expect(answerNotice(crew)).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
  await expect(crew.getByRole("banner").getByText("An answer is there")).toBeVisible();
  await answerNotice(crew).click();
  await expect(verdicts(crew).held).toBeVisible();
  await expect(crew.getByRole("banner").getByText("An answer is there")).toHaveCount(0);
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
});

test("a question that waits is on the phone sealed: no digit of it, no name, and a key that cannot be taken out", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, known);

  const kept = await rawDatabase(crew);

  expect(kept).toContain('"state":"waiting"');
  expect(kept).toContain('"extractable":false');
  for (const secret of [known, "999 000 0018", "Priya", "Nair", "Ambulance", "unscheduled"])
    expect(kept, secret).not.toContain(secret);
  const more = await crew.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, history.state, document.title]),
  );
  expect(more).not.toContain(known);
});

test("the number pad opens without a network, keeps the question through a reload, and asks when it can", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, stranger);
  await crew.context().setOffline(true);
  await crew.goto("/");
  await expect(crew.getByRole("heading", { name: "Check a child: no connection" })).toBeVisible();
  await expect(crew.getByText("Priya Nair")).toBeVisible();
  await typeNumber(crew, stranger);
  await crew.getByRole("button", { name: "Keep the question" }).dblclick();
  await expect(crew.getByText("You have no answer about this child.")).toBeVisible();
  await expect(waitingCount(crew)).toHaveText("1 waiting");

  await crew.reload();
  await expect(waitingCount(crew)).toHaveText("1 waiting");
  await expect(crew.getByRole("listitem").filter({ hasText: "999 054 8609" })).toBeVisible();
  await crew.context().setOffline(false);

  await answerNotice(crew).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
  expect(await countLookups(product.ownerUrl, stranger)).toBe(before + 1);
});

test("two windows, a double tap and both coming back at once ask one question once", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  const asked: string[] = [];
  crew.context().on("requestfinished", (request) => {
    if (request.url().includes("lookup.child")) asked.push(request.postData() ?? "");
  });
  const second = await crew.context().newPage();
  await second.goto("/check");
  await askWithoutSignal(crew, known);
  await expect(waitingCount(second)).toHaveText("1 waiting");
  asked.length = 0;

  await crew.context().setOffline(false);
  await Promise.all([comeBack(crew), comeBack(second), comeBack(crew), comeBack(second)]);

  await expect(answerNotice(crew)).toBeVisible();
  await expect(answerNotice(second)).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
});

test("an answer that was lost on its way back is fetched, and not asked again", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, stranger);
  await answerInstead(crew, questionRoute, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await check(crew, stranger);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(waitingCount(crew)).toHaveText("1 waiting");
  await crew.context().unrouteAll({ behavior: "wait" });

  await untilAnswered(crew);

  await answerNotice(crew).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
  expect(await countLookups(product.ownerUrl, stranger)).toBe(before + 1);
});

test("a page that dies in the middle of asking leaves the question waiting, not lost", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, stranger);
  await answerInstead(crew, questionRoute, () => undefined);
  await check(crew, stranger);
  await expect(crew.getByRole("button", { name: "Checking…" })).toBeVisible();
  await expect.poll(() => rawDatabase(crew)).toContain("under-way");
  const context = crew.context();
  await crew.close();
  await context.unroute(questionRoute);

  const next = await context.newPage();
  await next.goto("/check");

  await answerNotice(next).click();
  await expect(verdicts(next).noneHeld).toBeVisible();
  expect(await countLookups(product.ownerUrl, stranger)).toBe(before + 1);
});

test("a question that was handed to control is not asked by the phone, unless it is taken back", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  const control = crew.getByRole("link", { name: /^Hand it to control/ });
  await expect(control).toHaveAttribute("href", /^tel:01632960\d{3}$/);
  await control.evaluate((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
    });
  });
  await control.click();
  await expect(crew.getByText("You handed it to control.")).toBeVisible();
  await crew.context().setOffline(false);
  await comeBack(crew);
  await crew.goto("/check");
  await expect(crew.getByRole("heading", { name: "Handed to control" })).toBeVisible();
  await expect(crew.getByRole("listitem").filter({ hasText: "999 000 0018" })).toBeVisible();
  expect(await countLookups(product.ownerUrl, known)).toBe(before);

  await crew.getByRole("button", { name: "Control has not asked" }).click();
  await untilAnswered(crew);
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
});

test("going back from each step of a kept question never shows an answer, and loses nothing", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, known);
  await crew.context().setOffline(false);
  await answerNotice(crew).click();
  await expect(verdicts(crew).held).toBeVisible();

  await crew.goBack();
  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
  await expect(verdicts(crew).held).toHaveCount(0);
  await crew.goForward();
  await expect(verdicts(crew).held).toBeVisible();
});

test("questions about several children wait beside one another", async ({ signIn, product }) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await crew.getByRole("button", { name: "Check another number" }).click();
  await check(crew, stranger);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(waitingCount(crew)).toHaveText("2 waiting");
  await crew.context().setOffline(false);

  await expect(answerNotice(crew)).toHaveCount(2);
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
  await chooseSetting(crew, "Ambulance");
  await expect(answerNotice(crew)).toHaveCount(2);
});
