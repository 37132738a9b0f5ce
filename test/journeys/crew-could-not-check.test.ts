import { expect, type Page, type Route } from "@playwright/test";
import { Client } from "pg";
import { check, chooseSetting, verdicts } from "@/test/support/crew";
import { countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";
import { answerInstead, questionRoute, withoutBackgroundSync } from "@/test/support/waiting";

const stranger = "9990548609";

const failures: { readonly what: string; readonly fail: (route: Route) => Promise<void> }[] = [
  { what: "the connection breaks", fail: (route) => route.abort("connectionreset") },
  {
    what: "the service fails",
    fail: (route) => route.fulfill({ status: 500, body: "Internal Server Error" }),
  },
  {
    what: "a stranger's page answers instead, as in a café",
    fail: (route) =>
      route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Welcome to our Wi-Fi</h1>" }),
  },
  {
    what: "the answer is JSON, but not ours",
    fail: (route) => route.fulfill({ status: 200, json: { answer: "none-held" } }),
  },
  { what: "the answer is empty", fail: (route) => route.fulfill({ status: 200, body: "" }) },
];

for (const { what, fail } of failures) {
  test(`if ${what}, the crew reads "could not check" and never "none held"`, async ({ signIn }) => {
    const crew = await signIn("crew");
    await chooseSetting(crew, "Ambulance");
    await answerInstead(crew, questionRoute, fail);

    await check(crew, stranger);
    await expectCouldNotCheck(crew);

    await crew.context().unrouteAll({ behavior: "wait" });
    await crew.getByRole("button", { name: "Try again" }).click();
    await expect(verdicts(crew).noneHeld).toBeVisible();
  });
}

test("without a signal the crew reads what to do, and the same question goes out when it is back", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await crew.context().setOffline(true);

  await check(crew, stranger);
  await expectCouldNotCheck(crew);

  await crew.context().setOffline(false);
  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a service that never answers is given up, and the crew is told before that the signal is slow", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await answerInstead(crew, questionRoute, () => undefined);

  await check(crew, stranger);

  await expect(crew.getByText("Slow signal. Still checking.")).toBeVisible();
  await expect(verdicts(crew).couldNotCheck).toBeVisible({ timeout: 20_000 });
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
});

test("a question whose answer was lost is asked once, however often it is tried again", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const before = await countLookups(product.ownerUrl, "9990000085");
  await answerInstead(crew, questionRoute, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await check(crew, "9990000085");
  await expectCouldNotCheck(crew);
  await crew.getByRole("button", { name: "Try again" }).click();
  await expectCouldNotCheck(crew);

  await crew.context().unrouteAll({ behavior: "wait" });
  await crew.getByRole("button", { name: "Try again" }).click();

  await expect(verdicts(crew).noneHeld).toBeVisible();
  expect(await countLookups(product.ownerUrl, "9990000085")).toBe(before + 1);
});

test("a database that is lost in the middle of a question leaves nothing half-written", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  // The question is to be asked again by hand here.
  await withoutBackgroundSync(crew);
  await chooseSetting(crew, "Ambulance");
  const before = await countLookups(product.ownerUrl, "9990000034");
  const owner = new Client({ connectionString: product.ownerUrl });
  await owner.connect();
  await owner.query("begin; lock table lookup in access exclusive mode");

  await check(crew, "9990000034");
  await expect.poll(() => cutWaiting(product.appUrl)).toBeGreaterThan(0);
  await expectCouldNotCheck(crew);
  await owner.query("rollback");
  await owner.end();
  expect(await countLookups(product.ownerUrl, "9990000034")).toBe(before);

  await crew.getByRole("button", { name: "Try again" }).click();
  await expect(verdicts(crew).held).toBeVisible();
  expect(await countLookups(product.ownerUrl, "9990000034")).toBe(before + 1);
});

/**
 * Once a question waits, ends every connection of the service, as a database does that stops; answers how many. A role
 * may end its own connections, and sees what they wait for.
 */
async function cutWaiting(appUrl: string): Promise<number> {
  const app = new Client({ connectionString: appUrl });
  await app.connect();
  const { rowCount } = await app.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = current_user and datname = current_database() and pid <> pg_backend_pid()
       and exists (select from pg_locks where not granted)`,
  );
  await app.end();
  return rowCount ?? 0;
}

async function expectCouldNotCheck(crew: Page): Promise<void> {
  await expect(verdicts(crew).couldNotCheck).toBeVisible();
  await expect(verdicts(crew).noneHeld).toHaveCount(0);
  await expect(crew.getByText("You have no answer about this child.")).toBeVisible();
  await expect(crew.getByRole("link", { name: "Find a duty number to ring" })).toBeVisible();
}
