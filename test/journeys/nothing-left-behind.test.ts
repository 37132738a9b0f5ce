import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { alertReference, check, chooseSetting, nameOnCard, verdicts } from "@/test/support/crew";
import { addPhone, openAlert } from "@/test/support/duty";
import { test } from "@/test/support/product";
import { rawDatabase } from "@/test/support/waiting";

test("after a card nothing about the child is left: not on the phone, not on the way, not in the logs", async ({
  signIn,
  push,
  directory,
}) => {
  const duty = await signIn("duty");
  const phone = await addPhone(duty, push);
  const crew = await signIn("crew");
  const addresses: string[] = [];
  for (const page of [crew, duty]) page.on("request", (request) => addresses.push(request.url()));
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  const secrets = ["9990000018", "999 000 0018", await nameOnCard(crew)];
  await openAlert(duty, await alertReference(crew));
  await push.waitForDelivery(({ endpoint }) => endpoint === phone.endpoint);
  await crew.getByRole("button", { name: "Check another child" }).click();

  const left = {
    crewPhone: `${await keptOn(crew)}\n${await rawDatabase(crew)}`,
    dutyPhone: `${await keptOn(duty)}\n${await rawDatabase(duty)}`,
    titles: `${await crew.title()}\n${await duty.title()}`,
    addresses: addresses.join("\n"),
    pushes: JSON.stringify(push.deliveries),
    logs: await logsIn(path.join(directory, "logs")),
  };

  expect(left.crewPhone).toContain("lantern-directory");
  expect(left.crewPhone).toContain('"marker"');
  expect(left.logs).not.toBe("");
  for (const [where, text] of Object.entries(left)) {
    for (const secret of secrets) expect(text.includes(secret), `${where}: ${secret}`).toBe(false);
  }
});

const headersOfPages = ["/sign-in", "/check", "/directory", "/setting"];

for (const address of headersOfPages) {
  test(`${address} is kept by no cache and runs no script but ours`, async ({ signIn }) => {
    const crew = await signIn("crew");
    const first = await crew.request.get(address);
    const second = await crew.request.get(address);

    const policy = first.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toBe(second.headers()["content-security-policy"]);
    expect(first.headers()["cache-control"]).toContain("no-store");
  });
}

test("answers of procedures are kept by no cache either", async ({ signIn }) => {
  const crew = await signIn("crew");

  const answer = await crew.request.get("/api/trpc/session.me");

  expect(answer.ok()).toBe(true);
  expect(answer.headers()["cache-control"]).toContain("no-store");
});

test("no script can read a cookie of ours, and no other site can send one", async ({ signIn, product }) => {
  const crew = await signIn("crew");

  const ours = (await crew.context().cookies(product.origin)).filter(({ name }) => name.includes("lantern."));

  expect(ours.map(({ name }) => name)).toContain("lantern.session");
  for (const cookie of ours) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(await crew.evaluate(() => document.cookie)).not.toContain("lantern");
});

test("no page breaks its own policy", async ({ signIn }) => {
  const crew = await signIn("crew");
  const complaints: string[] = [];
  crew.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  crew.on("pageerror", (error) => complaints.push(error.message));
  await crew.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`);
    });
  });

  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000018");
  await expect(verdicts(crew).held).toBeVisible();
  await crew.goto("/directory");
  await expect(crew.getByRole("textbox", { name: "Which local authority?" })).toBeVisible();

  expect(complaints).toEqual([]);
});

/** Everything that a browser keeps for our origin, as text. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
    ];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push(name, request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    const databases = await indexedDB.databases();
    return [...kept, ...databases.map(({ name }) => name ?? "")].join("\n");
  });
}

async function logsIn(directory: string): Promise<string> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
  return texts.join("\n");
}
