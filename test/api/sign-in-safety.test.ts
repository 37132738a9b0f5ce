import { expect } from "@playwright/test";
import { cookieName, cookieOptions } from "@/server/api/session-cookie";
import { CookieBrowser } from "@/test/support/cookie-browser";
import { plantSession } from "@/test/support/sign-in";
import { test } from "@/test/support/signing-in";

test("whose session ended on the way to an alert arrives at that alert after sign-in", async ({
  signingIn,
}) => {
  const visit = await signingIn.signIn(new CookieBrowser(), "duty", "/duty/alerts/7?from=push");

  expect(visit.url.href).toBe(`${signingIn.origin}/duty/alerts/7?from=push`);
});

const strays = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "/\t/evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,hello",
  "http://localhost@evil.example/",
  "/api/auth/signin/council",
  "/sign-in?login_hint=operator",
];

for (const stray of strays) {
  test(`a link with ${JSON.stringify(stray)} as the way back leads home`, async ({ signingIn }) => {
    const visit = await signingIn.signIn(new CookieBrowser(), "crew", stray);

    expect(visit.url.href).toBe(`${signingIn.origin}/`);
  });
}

test("a way back that was slipped into the cookie leads home", async ({ signingIn }) => {
  const browser = new CookieBrowser();
  const list = await browser.open(new URL("/api/auth/signin/council", signingIn.origin));
  browser.setCookie("lantern.next", encodeURIComponent("https://evil.example/"));

  const visit = await browser.post(list.url, { persona: "duty" });

  expect(visit.url.href).toBe(`${signingIn.origin}/`);
});

test("a link decides nothing of the sign-in but the hint", async ({ signingIn }) => {
  const address = new URL("/api/auth/signin/care-identity", signingIn.origin);
  address.search =
    "acr_values=AAL1_ANY&scope=openid&max_age=999999&redirect_uri=https://evil.example&prompt=none";

  const visit = await new CookieBrowser().open(address);

  const asked = visit.way[1]?.searchParams;
  expect(asked?.get("acr_values")).toBe("AAL2_OR_AAL3_ANY");
  expect(asked?.get("max_age")).toBe("1800");
  expect(asked?.get("redirect_uri")).toBe(`${signingIn.origin}/api/auth/callback/care-identity`);
  expect(asked?.get("code_challenge_method")).toBe("S256");
  expect(asked?.has("state") && asked.has("nonce")).toBe(true);
  expect(asked?.has("prompt")).toBe(false);
});

test("an answer of the issuer that was meant for another browser opens nothing", async ({ signingIn }) => {
  const owner = new CookieBrowser();
  const visit = await signingIn.signIn(owner, "duty");
  const answer = visit.way.find(({ pathname }) => pathname.startsWith("/api/auth/callback/"));
  const thief = new CookieBrowser();

  const stolen = await thief.open(answer ?? "");

  expect(stolen.url.href).toBe(`${signingIn.origin}/sign-in?error=unfinished`);
  expect(thief.cookieNames).not.toContain("lantern.session");
});

test("a cookie with one changed character opens nothing", async ({ signingIn }) => {
  const { ownerUrl, service } = signingIn;
  const { cookie } = await plantSession({ ownerUrl, settings: service.configuration }, "duty");
  const browser = new CookieBrowser();
  browser.setCookie(cookie.name, cookie.value);
  expect(await (await signingIn.caller(browser)).session.me()).toMatchObject({ name: "Amira Hassan" });

  for (const place of [0, 20, 45, cookie.value.length - 2]) {
    const changed = cookie.value[place] === "A" ? "B" : "A";
    browser.setCookie(
      cookie.name,
      `${cookie.value.slice(0, place)}${changed}${cookie.value.slice(place + 1)}`,
    );

    await expect((await signingIn.caller(browser)).session.me()).rejects.toThrow("Sign in to go on.");
  }
});

test("the cookie of the session is out of reach of scripts, and over https of every other host", async ({
  signingIn,
}) => {
  const browser = new CookieBrowser();
  const visit = await signingIn.signIn(browser, "crew");
  const production = { NEXTAUTH_URL: "https://lantern.example", NEXTAUTH_SECRET: "x" };

  expect(visit.status).toBe(200);
  expect(browser.cookieHeader()).toMatch(/lantern\.session=[\w-]+/);
  expect(cookieName("session", production)).toBe("__Host-lantern.session");
  expect(cookieOptions(production)).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

for (const path of ["session", "csrf", "providers", "signout", "_log", "callback/nobody", "signin/nobody"]) {
  test(`nothing is to be had at /api/auth/${path}`, async ({ signingIn }) => {
    const visit = await new CookieBrowser().open(new URL(`/api/auth/${path}`, signingIn.origin));

    expect(visit.url.pathname === "/sign-in" || visit.status === 404).toBe(true);
    expect(visit.body).not.toContain("csrfToken");
  });
}
