import { createCaller } from "@/server/api/root";
import { createContext } from "@/server/api/context";
import { sessionIdOf } from "@/server/api/session-of-request";
import { startIdentityProvider, type IdentityProvider } from "@/server/demo/identity-provider/start";
import { councilLoginHints, personas } from "@/server/demo/personas";
import type { CookieBrowser } from "@/test/support/cookie-browser";
import type { Visit } from "@/test/support/cookie-browser";
import { test as base } from "@/test/support/database";
import { startDoor } from "@/test/support/door";
import { makeService, type TestService } from "@/test/support/make-service";
import { addOrganisationsOfPersonas, strangers } from "@/test/support/personas";

/** The service's door and the issuers, all listening: what a test of signing in needs. */
export interface SigningIn {
  readonly origin: string;
  readonly ownerUrl: string;
  readonly service: TestService;
  readonly issuers: IdentityProvider;
  /** Goes to sign-in with a hint, as a link does, and follows wherever that leads. */
  signIn(browser: CookieBrowser, hint: string, next?: string): Promise<Visit>;
  /** Calls the service on behalf of whoever this browser's cookie says. */
  caller(browser: CookieBrowser, now?: Date): Promise<ReturnType<typeof createCaller>>;
}

const secrets = {
  careIdentityClientSecret: "care identity of the tests",
  councilClientSecret: "council of the tests",
};

/** Playwright's `test` with an open door and real issuers behind it, each over a real socket. */
export const test = base.extend<object, { readonly signingIn: SigningIn }>({
  signingIn: [
    async ({ database }, use) => {
      const door = await startDoor();
      const issuers = await startIdentityProvider({
        port: 0,
        origin: door.origin,
        secrets,
        personas: [...personas, ...strangers],
      });
      const service = makeService(database.appUrl, settingsOf(door.origin, issuers));
      await addOrganisationsOfPersonas(database.ownerUrl);
      door.open(service);

      await use({
        origin: door.origin,
        ownerUrl: database.ownerUrl,
        service,
        issuers,
        signIn: (browser, hint, next) => browser.open(startAddress(door.origin, hint, next)),
        caller: async (browser, now = new Date()) => {
          const headers = new Headers({ cookie: browser.cookieHeader() });
          return createCaller(await createContext(service, sessionIdOf(headers, service.configuration), now));
        },
      });
      await door.stop();
      await issuers.stop();
      await service.stop();
    },
    { scope: "worker" },
  ],
});

function startAddress(origin: string, hint: string, next: string | undefined): URL {
  const address = new URL("/api/auth/signin", origin);
  address.searchParams.set("login_hint", hint);
  if (next !== undefined) address.searchParams.set("callbackUrl", next);
  return address;
}

function settingsOf(origin: string, { careIdentityIssuer, councilIssuer }: IdentityProvider) {
  return {
    NEXTAUTH_URL: origin,
    CARE_IDENTITY_ISSUER: careIdentityIssuer,
    CARE_IDENTITY_CLIENT_SECRET: secrets.careIdentityClientSecret,
    COUNCIL_ISSUER: councilIssuer,
    COUNCIL_CLIENT_SECRET: secrets.councilClientSecret,
    COUNCIL_LOGIN_HINTS: `${councilLoginHints},other-council-staff,self-made-operator`,
  };
}
