import { expect } from "@playwright/test";
import { answerAuth } from "@/server/api/answer-auth";
import { runSql } from "@/server/demo/postgres-databases";
import { CookieBrowser } from "@/test/support/cookie-browser";
import { test } from "@/test/support/signing-in";

const refusals = [
  { hint: "no-activity", who: "health staff without a CP-IS activity", reason: "unknown-role" },
  { hint: "other-council-staff", who: "council staff without a Lantern role", reason: "unknown-role" },
  {
    hint: "elsewhere",
    who: "staff of an organisation that Lantern does not know",
    reason: "unknown-organisation",
  },
  { hint: "not-health", who: "health staff who claim to be a council", reason: "unknown-organisation" },
  { hint: "self-made-operator", who: "an operator made by a council", reason: "unknown-organisation" },
  { hint: "weak", who: "somebody with a password only", reason: "weak-sign-in" },
  { hint: "undecided", who: "somebody with two roles who chose none", reason: "no-role-chosen" },
];

for (const { hint, who, reason } of refusals) {
  test(`${who}: refused, told why, and put on record`, async ({ signingIn }) => {
    const browser = new CookieBrowser();

    const visit = await signingIn.signIn(browser, hint);

    expect(visit.url.href).toBe(`${signingIn.origin}/sign-in?refused=${reason}`);
    expect(browser.cookieNames).not.toContain("lantern.session");
    const caller = await signingIn.caller(browser);
    await expect(caller.session.me()).rejects.toThrow("Sign in to go on.");
    const audited = await runSql(
      signingIn.ownerUrl,
      `select 1 from audit where action = 'session:open' and outcome = 'refused' and detail like '${reason}: % stranger-${hint}%'`,
    );
    expect(audited).toHaveLength(1);
  });
}

test("somebody who stops at the issuer comes back to sign-in and is told that they are not signed in", async ({
  signingIn,
}) => {
  const browser = new CookieBrowser();
  const list = await browser.open(new URL("/api/auth/signin/council", signingIn.origin));
  expect(list.body).toContain("Amira Hassan");

  const visit = await browser.post(list.url, { cancel: "yes" });

  expect(visit.url.href).toBe(`${signingIn.origin}/sign-in?error=unfinished`);
});

test("an issuer that cannot be reached leads back to sign-in, not to a broken page", async ({
  signingIn,
}) => {
  const { service } = signingIn;
  const settings = { ...service.configuration, COUNCIL_ISSUER: "http://localhost:9/council" };

  const request = new Request(new URL("/api/auth/signin/council", signingIn.origin));
  const response = await answerAuth({ ...service, configuration: settings }, request, new Date());

  expect(response.headers.get("location")).toBe("/sign-in?error=unfinished");
});
