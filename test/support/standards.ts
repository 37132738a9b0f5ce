import type { JWTPayload } from "jose";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import {
  personClaims,
  startTokenIssuer,
  systemsAudience,
  type TokenIssuer,
} from "@/test/support/token-issuer";

export const standardsNow = new Date("2026-11-23T21:14:00Z");

/** Claims to set or, as undefined, to leave out. */
export interface ClaimsChange extends Readonly<Record<string, unknown>> {
  readonly activityCodes?: readonly string[];
  readonly subject?: string;
  readonly roleCode?: string;
}

interface OfTest {
  readonly world: World;
  readonly service: TestService;
  /** Claims of a person of the world's trust who may view in unscheduled care, changed as told. */
  readonly claims: (change?: ClaimsChange) => JWTPayload;
  /** The signed token of such a person. */
  readonly token: (change?: ClaimsChange) => Promise<string>;
}

interface OfWorker {
  readonly issuer: TokenIssuer;
}

/** Playwright's `test` with an issuer of tokens and a service that trusts it. */
export const test = base.extend<OfTest, OfWorker>({
  issuer: [
    async ({}, use) => {
      const issuer = await startTokenIssuer();
      await use(issuer);
      await issuer.stop();
    },
    { scope: "worker" },
  ],
  world: async ({ database }, use) => use(await makeWorld(database, standardsNow)),
  service: async ({ database, issuer }, use) => {
    const service = makeService(database.appUrl, systemsSettings(issuer));
    await use(service);
    await service.stop();
  },
  claims: async ({ issuer, world }, use) =>
    use(
      ({
        activityCodes = ["B0107"],
        subject = `sub-${world.trust.code}`,
        roleCode = "S8000:G8000:R8003",
        ...change
      } = {}) => ({
        ...personClaims({
          now: standardsNow,
          issuer: issuer.issuer,
          organisationCode: world.trust.code,
          subject,
          activityCodes,
          roleCode,
        }),
        ...change,
      }),
    ),
  token: async ({ issuer, claims }, use) => use((change) => issuer.signs(claims(change))),
});

/** The settings of a service that trusts this issuer. */
export function systemsSettings({ issuer, keysUrl }: TokenIssuer): Readonly<Record<string, string>> {
  return {
    NEXTAUTH_URL: "https://lantern.example",
    SYSTEMS_ISSUER: issuer,
    SYSTEMS_KEYS_URL: keysUrl,
    SYSTEMS_AUDIENCE: systemsAudience,
    ISSUER_KEYS_WAIT_SECONDS: "0",
  };
}
