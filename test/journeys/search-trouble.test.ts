import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { field, isThisTheChild, openSearch, search, searchButton, test } from "@/test/support/searching";
import { answerInstead, rawDatabase } from "@/test/support/waiting";

const troubles = [
  ["demographics is down", { status: 500 }],
  ["demographics wants to be left alone", { status: 429, retryAfterSeconds: 30 }],
  ["the line breaks", "reset"],
  ["a page comes in place of an answer", "html"],
] as const;

for (const [what, trouble] of troubles) {
  test(`${what}: it could not be searched, never “nobody”, and a later try finds`, async ({
    signIn,
    product,
    born,
  }) => {
    const crew = await signIn("crew");
    await openSearch(crew);
    product.demographics.fail(trouble);
    await search(crew, { "Family name": "Sto*", ...born });

    await expect(crew.getByRole("heading", { name: "Could not search" })).toBeVisible();
    await expect(crew.getByText("Nobody fits")).toHaveCount(0);
    await expect(field(crew, "Family name")).toHaveValue("Sto*");
    product.demographics.fail(undefined);
    await searchButton(crew).click();
    await expect(isThisTheChild(crew)).toBeVisible();
  });
}

const onTheWay = [
  ["a page of the network", { contentType: "text/html", body: "<title>Welcome</title>" }],
  ["a gateway that gives up", { status: 504, contentType: "text/html", body: "" }],
] as const;

for (const [what, reply] of onTheWay) {
  test(`between phone and service stands ${what}: it could not be searched`, async ({ signIn, born }) => {
    const crew = await signIn("crew");
    await openSearch(crew);
    await answerInstead(crew, "**/api/trpc/person.search*", (route) => route.fulfill(reply));
    await search(crew, { "Family name": "Sto*", ...born });

    await expect(crew.getByRole("heading", { name: "Could not search" })).toBeVisible();
    await expect(field(crew, "Family name")).toHaveValue("Sto*");
    await expectAccessible(crew);
  });
}

test("without a signal it says so, and finds with the next tap when the signal is back", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  await crew.context().setOffline(true);
  await search(crew, { "Family name": "Sto*", ...born });
  await expect(crew.getByRole("heading", { name: "No signal" })).toBeVisible();
  await expectAccessible(crew);

  await crew.context().setOffline(false);
  await searchButton(crew).click();
  await expect(isThisTheChild(crew)).toBeVisible();
});

test("a double tap searches once, and an answer that was not waited for is not shown", async ({
  signIn,
  born,
}) => {
  const crew = await signIn("crew");
  await openSearch(crew);
  let asked = 0;
  let letGo: (() => void) | undefined;
  await answerInstead(crew, "**/api/trpc/person.search*", async (route) => {
    asked += 1;
    await new Promise<void>((resolve) => (letGo = resolve));
    await route.continue();
  });
  await search(crew, { "Family name": "Sto*", ...born });
  await crew.getByRole("button", { name: "Searching…" }).click({ force: true });
  await expect.poll(() => letGo).toBeDefined();
  await crew.evaluate(() => window.dispatchEvent(new Event("lantern-locked")));
  const answered = crew.waitForResponse("**/api/trpc/person.search*");
  letGo?.();

  await (await answered).finished();
  await expect(field(crew, "Family name")).toHaveValue("");
  await expect(isThisTheChild(crew)).toHaveCount(0);
  expect(asked).toBe(1);
});

test("no name and no postcode is left: not on the phone, not in an address, not in the logs", async ({
  signIn,
  born,
  directory,
}) => {
  const crew = await signIn("crew");
  const addresses: string[] = [];
  crew.on("request", (request) => addresses.push(request.url()));
  await openSearch(crew);
  await search(crew, { "Family name": "Storyley", "Given name": "Joanie", ...born, Postcode: "ZZ1 8AB" });
  await expect(isThisTheChild(crew)).toBeVisible();

  const logs = await logsIn(path.join(directory, "logs"));
  for (const text of [await keptOn(crew), await rawDatabase(crew), addresses.join("\n"), logs]) {
    expect(text).not.toMatch(/storyley|joanie|ZZ1\W*(?:20)?8AB/i);
  }
});

/** What a browser keeps for our origin outside its databases, as text. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      location.href,
      document.title,
    ].join("\n"),
  );
}

async function logsIn(directory: string): Promise<string> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
  return texts.join("\n");
}
