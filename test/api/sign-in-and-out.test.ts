import { expect } from "@playwright/test";
import { generateKeyPair, SignJWT } from "jose";
import { runSql } from "@/server/demo/postgres-databases";
import { CookieBrowser } from "@/test/support/cookie-browser";
import { test } from "@/test/support/signing-in";

const ended = "Your session has ended. Sign in again to go on.";

for (const persona of ["crew", "duty"]) {
  test(`${persona}: sign-out ends the session for a copy of its cookie too, at the issuer too`, async ({
    signingIn,
  }) => {
    const browser = new CookieBrowser();
    await signingIn.signIn(browser, persona);
    const copy = await signingIn.caller(browser);
    await copy.session.me();

    const page = await browser.post(new URL("/sign-out", signingIn.origin));

    expect(page.way[0]?.pathname).toBe("/sign-out");
    expect(page.url.pathname).toMatch(/\/session\/end$/);
    expect(browser.cookieNames).not.toContain("lantern.session");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const home = await browser.post(`${page.url.origin}${page.url.pathname}/confirm`, {
      xsrf,
      logout: "yes",
    });
    expect(home.url.href).toBe(`${signingIn.origin}/sign-in?signed-out=yes`);
    const again = await browser.open(new URL(`/api/auth/signin/${providerOf(persona)}`, signingIn.origin));
    expect(again.body).toContain("Who are you?");
  });
}

test("a call right after sign-out is refused and put on record", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "privacy-officer");
  const thief = new CookieBrowser();
  thief.setCookie(
    "lantern.session",
    browser.cookieHeader().split("lantern.session=")[1]?.split(";")[0] ?? "",
  );

  await browser.post(new URL("/sign-out", signingIn.origin));

  await expect((await signingIn.caller(thief)).session.me()).rejects.toThrow(ended);
  const rows = await runSql(
    signingIn.ownerUrl,
    `select action, outcome, detail from audit where actor_name = 'Owen Price' order by id`,
  );
  expect(
    rows.map((row) =>
      Object.values(row as object)
        .slice(0, 2)
        .join(" "),
    ),
  ).toEqual(["session:open done", "session:close done", "session:read refused"]);
});

test("another site cannot sign anybody out", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "clinic");

  const answer = await fetch(new URL("/sign-out", signingIn.origin), {
    method: "POST",
    headers: { cookie: browser.cookieHeader(), "sec-fetch-site": "cross-site" },
  });

  expect(answer.status).toBe(403);
  expect(await (await signingIn.caller(browser)).session.me()).toMatchObject({ name: "Helen Marsh" });
});

test("signing in again in the same browser ends the session that was there", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "control");
  const before = new CookieBrowser();
  before.setCookie(
    "lantern.session",
    browser.cookieHeader().split("lantern.session=")[1]?.split(";")[0] ?? "",
  );

  await signingIn.signIn(browser, "operator");

  expect(await (await signingIn.caller(browser)).session.me()).toMatchObject({ name: "Sam Turner" });
  await expect((await signingIn.caller(before)).session.me()).rejects.toThrow(ended);
});

test("when the issuer ends a session by the back channel, it is over here, and only that one", async ({
  signingIn,
}) => {
  const phone = new CookieBrowser();
  const laptop = new CookieBrowser();
  await signingIn.signIn(phone, "duty-backup");
  await signingIn.signIn(laptop, "duty-backup");

  // The person signs out at the issuer itself; Lantern's page is never asked.
  const page = await phone.open(`${signingIn.issuers.councilIssuer}/session/end`);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  await phone.post(`${page.url.href}/confirm`, { xsrf, logout: "yes" });

  expect(phone.cookieNames).toContain("lantern.session");
  await expect((await signingIn.caller(phone)).session.me()).rejects.toThrow(ended);
  expect(await (await signingIn.caller(laptop)).session.me()).toMatchObject({ name: "Ben Carter" });
});

test("a logout token that no issuer of ours signed ends nothing", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "la-manager");
  const { privateKey } = await generateKeyPair("RS256");
  const token = await new SignJWT({ events: { "http://schemas.openid.net/event/backchannel-logout": {} } })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(signingIn.issuers.councilIssuer)
    .setAudience("lantern")
    .setSubject("5a1b0f0e-0000-4000-8000-000000000203")
    .setIssuedAt()
    .sign(privateKey);

  for (const forged of [token, "", "not.a.token", `${token.split(".").slice(0, 2).join(".")}.`]) {
    const answer = await browser.post(new URL("/api/auth/back-channel-sign-out", signingIn.origin), {
      logout_token: forged,
    });
    expect(answer.status).toBe(400);
  }

  expect(await (await signingIn.caller(browser)).session.me()).toMatchObject({ name: "Ruth Ellison" });
});

test("an id token does not pass for a logout token", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "health-manager");
  const [row] = await runSql(
    signingIn.ownerUrl,
    `select issuer_token from session where ended_at is null and issuer_token is not null
       and person_id = (select id from person where name = 'Grace Whitlock')`,
  );

  const idToken = String(Object.values(row as object)[0]);
  const answer = await browser.post(new URL("/api/auth/back-channel-sign-out", signingIn.origin), {
    logout_token: idToken,
  });

  expect(answer.status).toBe(400);
  expect(await (await signingIn.caller(browser)).session.me()).toMatchObject({ name: "Grace Whitlock" });
});

function providerOf(persona: string): string {
  return persona === "crew" ? "care-identity" : "council";
}
