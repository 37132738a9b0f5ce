import { expect } from "@playwright/test";
import { personas } from "@/server/demo/personas";
import { CookieBrowser } from "@/test/support/cookie-browser";
import { test } from "@/test/support/signing-in";

for (const persona of personas) {
  test(`${persona.id} signs in as ${persona.role} of ${persona.organisationCode}`, async ({ signingIn }) => {
    const browser = new CookieBrowser();

    const visit = await signingIn.signIn(browser, persona.id);

    expect(visit.url.href).toBe(`${signingIn.origin}/`);
    const me = await (await signingIn.caller(browser)).session.me();
    expect(me).toMatchObject({ name: persona.name, role: persona.role });
    expect(browser.cookieNames).toContain("lantern.session");
  });
}
