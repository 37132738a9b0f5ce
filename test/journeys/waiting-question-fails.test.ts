import { expect, type Route } from "@playwright/test";
import { check, verdicts } from "@/test/support/crew";
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
  withoutBackgroundSync,
} from "@/test/support/waiting";

const known = "9990000018";
const stranger = "9990548609";

const noAnswers: readonly { readonly what: string; readonly fail: (route: Route) => Promise<void> }[] = [
  {
    what: "the service fails",
    fail: (route) => route.fulfill({ status: 500, body: "Internal Server Error" }),
  },
  {
    what: "a café's page answers",
    fail: (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Welcome</h1>" }),
  },
  {
    what: "a café's network sends it elsewhere",
    fail: (route) => route.fulfill({ status: 302, headers: { Location: "https://wifi.example/" } }),
  },
];

for (const { what, fail } of noAnswers) {
  test(`if ${what}, the question goes on waiting and is answered later`, async ({ signIn }) => {
    const crew = await readyPhone(await signIn("crew"));
    await askWithoutSignal(crew, stranger);
    await answerInstead(crew, questionRoute, fail);
    const tried = crew.context().waitForEvent("request", (request) => request.url().includes("lookup.child"));
    await crew.context().setOffline(false);
    await tried;
    await expect(answerNotice(crew)).toHaveCount(0);
    await expect(waitingCount(crew)).toHaveText("1 waiting");

    await crew.context().unrouteAll({ behavior: "wait" });
    await untilAnswered(crew);
  });
}

const refusal =
  (code: string, message: string, more: object = {}) =>
  (route: Route) =>
    route.fulfill({
      status: 400,
      json: { error: { json: { message, code: -32000, data: { code, ...more } } } },
    });

const refusals = [
  { code: "CONFLICT", words: "Choose where you work first." },
  { code: "FORBIDDEN", words: "Your role does not allow this." },
];

for (const { code, words } of refusals) {
  test(`a waiting question that is refused with ${code} is not asked again, and the words are shown`, async ({
    signIn,
  }) => {
    const crew = await readyPhone(await signIn("crew"));
    await askWithoutSignal(crew, stranger);
    let times = 0;
    await answerInstead(crew, questionRoute, (route) => {
      times += 1;
      return refusal(code, words)(route);
    });
    await crew.context().setOffline(false);
    await expect(waitingCount(crew)).toHaveCount(0);
    await crew.goto("/check");

    await expect(crew.getByRole("alert").filter({ hasText: "A waiting question was dropped" })).toContainText(
      words,
    );
    await comeBack(crew);
    expect(times).toBe(1);
    await crew.getByRole("button", { name: "I have read this" }).click();
    await expect(crew.getByText(words)).toHaveCount(0);
  });
}

test("told that it asked too often, the phone waits as long as it was told and asks once more", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await withoutBackgroundSync(crew);
  await crew.clock.install();
  await readyPhone(crew);
  await askWithoutSignal(crew, stranger);
  let times = 0;
  await answerInstead(crew, questionRoute, (route) => {
    times += 1;
    return refusal("TOO_MANY_REQUESTS", "Too many lookups. Wait 60 seconds.", { waitSeconds: 60 })(route);
  });
  await crew.context().setOffline(false);
  await expect.poll(() => times).toBe(1);
  await comeBack(crew);
  await crew.clock.runFor(30_000);
  expect(times).toBe(1);
  await crew.context().unrouteAll({ behavior: "wait" });

  await crew.clock.runFor(60_000);

  await expect(answerNotice(crew)).toBeVisible();
});

test("after half an hour a question is dropped, the crew is told, and nobody is asked", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await withoutBackgroundSync(crew);
  await crew.clock.install();
  await readyPhone(crew);
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await crew.clock.fastForward("29:00");
  await expect(waitingCount(crew)).toHaveText("1 waiting");

  await crew.clock.fastForward("01:01");

  await expect(waitingCount(crew)).toHaveCount(0);
  await crew.context().setOffline(false);
  await crew.goto("/check");
  await expect(crew.getByText("It waited 30 minutes without a signal.")).toBeVisible();
  await expect(answerNotice(crew)).toHaveCount(0);
  expect(await countLookups(product.ownerUrl, known)).toBe(before);
  expect(await rawDatabase(crew)).not.toContain('"state"');
});

test("a clock that is put right by a day neither loses the question nor hides the card", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  const day = 24 * 3_600_000;
  await withoutBackgroundSync(crew);
  await crew.clock.install({ time: Date.now() - day });
  await readyPhone(crew);
  await askWithoutSignal(crew, known);

  await crew.clock.setSystemTime(Date.now() + day);
  await crew.clock.runFor(20_000);
  await expect(waitingCount(crew)).toHaveText("1 waiting");
  await crew.context().setOffline(false);
  await answerNotice(crew).click();

  await expect(verdicts(crew).held).toBeVisible();
  await crew.clock.runFor(20_000);
  await expect(verdicts(crew).held).toBeVisible();
});

test("a phone that cannot keep anything says so, and asks all the same when it can", async ({ signIn }) => {
  const crew = await readyPhone(await signIn("crew"));
  await crew.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await crew.context().setOffline(true);
  await check(crew, stranger);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(crew.getByText("This phone does not keep the question.")).toBeVisible();

  await crew.context().setOffline(false);
  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a browser that never says whether it will wake the app keeps no answer from the screen", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await crew.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const manager: unknown = Reflect.get(window, "SyncManager");
    if (typeof manager !== "function") throw new Error("This browser has no Background Sync");
    Reflect.set(manager.prototype as object, "register", () => new Promise(() => undefined));
  });
  await crew.context().setOffline(true);
  await check(crew, stranger);

  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(crew.getByText("The question is kept on this phone.")).toBeVisible();
});
