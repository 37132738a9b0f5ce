import { expect, type Page, type Route } from "@playwright/test";
import { check, verdicts } from "@/test/support/crew";
import { countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import {
  answerInstead,
  answerNotice,
  askWithoutSignal,
  questionRoute,
  rawDatabase,
  readyPhone,
  waitingCount,
} from "@/test/support/waiting";

const known = "9990000018";
const stranger = "9990548609";

test("an answer that came stays to be opened when its question is tried again in vain, and the next question is asked", async ({
  signIn,
  product,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  const before = await countLookups(product.ownerUrl, known);
  await askWithoutSignal(crew, known);
  await crew.context().setOffline(false);
  await expect(answerNotice(crew)).toBeVisible();

  await crew.context().setOffline(true);
  await tryAgain(crew);
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(crew.getByText("The answer has come since. Open it below.")).toBeVisible();
  await crew.getByRole("button", { name: "Check another number" }).click();
  await check(crew, stranger);
  await expect(crew.getByText("The question is kept on this phone.")).toBeVisible();
  await crew.context().setOffline(false);

  await expect(answerNotice(crew)).toHaveCount(2);
  await answerNotice(crew).first().click();
  await expect(verdicts(crew).held).toBeVisible();
  expect(await countLookups(product.ownerUrl, known)).toBe(before + 1);
});

test("an answer that comes while the same question is being tried again is not lost when that try fails", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, known);
  const { background, foreground } = await holdTwo(crew);
  await crew.context().setOffline(false);
  const first = await background;
  await tryAgain(crew);
  const second = await foreground;

  await first.continue();
  await expect.poll(() => rawDatabase(crew)).toContain('"state":"answered"');
  await second.abort("connectionreset");

  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(crew.getByText("The answer has come since. Open it below.")).toBeVisible();
  await answerNotice(crew).click();
  await expect(verdicts(crew).held).toBeVisible();
});

test("something kept that cannot be read is dropped and said, and holds up nothing else", async ({
  signIn,
}) => {
  const crew = await readyPhone(await signIn("crew"));
  await askWithoutSignal(crew, known);
  await crew.getByRole("button", { name: "Check another number" }).click();
  await check(crew, stranger);
  await expect(waitingCount(crew)).toHaveText("2 waiting");
  await spoilOldest(crew);
  await crew.reload();
  await expect(waitingCount(crew)).toHaveText("1 waiting");

  await crew.context().setOffline(false);
  await crew.goto("/check");

  await expect(crew.getByText("This phone could not read it any more.")).toBeVisible();
  await answerNotice(crew).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

async function tryAgain(crew: Page): Promise<void> {
  await crew.getByRole("button", { name: "Try again" }).click();
}

interface TwoQuestions {
  readonly background: Promise<Route>;
  readonly foreground: Promise<Route>;
}

/** Holds the next two questions on their way: the first is what the phone asks by itself. */
async function holdTwo(crew: Page): Promise<TwoQuestions> {
  const background = Promise.withResolvers<Route>();
  const foreground = Promise.withResolvers<Route>();
  const held = [background, foreground];
  await answerInstead(crew, questionRoute, (route) => {
    held.shift()?.resolve(route);
    return undefined;
  });
  return { background: background.promise, foreground: foreground.promise };
}

/** Puts under the phone's own key, in place of the question kept first, text that is no question. */
async function spoilOldest(crew: Page): Promise<void> {
  await crew.evaluate(async () => {
    const result = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no database"));
      });
    const database = await result(indexedDB.open("lantern-phone"));
    const key = (await result(database.transaction("facts").objectStore("facts").get("key"))) as CryptoKey;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(crypto.randomUUID());
    const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text);
    const questions = database.transaction("questions", "readwrite").objectStore("questions");
    const kept = (await result(questions.getAll())) as { requestId: string; keptAt: number }[];
    const [oldest] = kept.toSorted((a, b) => a.keptAt - b.keptAt);
    if (oldest !== undefined)
      await result(questions.put({ ...oldest, sealed: { iv, bytes } }, oldest.requestId));
    database.close();
  });
}
