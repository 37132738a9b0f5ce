import { expect } from "@playwright/test";
import { answerToken } from "@/server/standards/who/answer-token";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { formOf } from "@/test/support/system-sign-in";
import { startTokenIssuer, type TokenIssuer } from "@/test/support/token-issuer";

const now = new Date("2026-11-23T21:14:00Z");
const client = "case-system-by-address";

interface Given {
  readonly world: World;
  /** The system, which shows its public keys at an address of its own. */
  readonly system: TokenIssuer;
  /** A service that knows the system, and fetches keys again no sooner than after so many seconds. */
  readonly opens: (waitSeconds: string) => TestService;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  system: async ({}, use) => {
    const system = await startTokenIssuer("ES384");
    await use(system);
    await system.stop();
  },
  opens: async ({ database, world, system }, use) => {
    const opened: TestService[] = [];
    await use((ISSUER_KEYS_WAIT_SECONDS) => {
      const entry = { id: client, authority: world.authority.code, keysUrl: system.keysUrl };
      const service = makeService(database.appUrl, {
        NEXTAUTH_URL: "https://lantern.example",
        SYSTEM_CLIENTS: JSON.stringify([entry]),
        ISSUER_KEYS_WAIT_SECONDS,
      });
      opened.push(service);
      return service;
    });
    for (const service of opened) await service.stop();
  },
});

function sign(system: TokenIssuer, header?: { readonly kid: string }): Promise<string> {
  const claims = { iss: client, sub: client, aud: "https://lantern.example/api/token" };
  return system.signs({ ...claims, exp: now.getTime() / 1_000 + 240, jti: crypto.randomUUID() }, header);
}

async function ask(service: TestService, assertion: string): Promise<string> {
  const reply = await answerToken({ service, form: formOf(assertion), now });
  const wait = reply.headers.get("retry-after");
  const { error = "a token" } = (await reply.json()) as { readonly error?: string };
  return `${String(reply.status)} ${error}${wait === null ? "" : `, again in ${wait} s`}`;
}

test("a system whose keys are at an address signs in, and goes on when it changes its key", async ({
  opens,
  system,
}) => {
  const service = opens("0");
  expect(await ask(service, await sign(system))).toBe("200 a token");
  const before = await sign(system);
  await system.rotates();

  expect(await ask(service, await sign(system))).toBe("200 a token");
  expect(await ask(service, before)).toBe("401 invalid_client");
  expect(system.asked()).toBe(3);
});

test("a flood of invented keys is no flood at the system, and keys that cannot be had are no bad key", async ({
  opens,
  system,
  world,
}) => {
  const [known, fresh] = [opens("600"), opens("600")];
  expect(await ask(known, await sign(system))).toBe("200 a token");
  for (const kid of ["a", "b", "c"])
    expect(await ask(known, await sign(system, { kid }))).toBe("401 invalid_client");
  expect(system.asked()).toBe(1);

  system.goesDown();
  expect(await ask(known, await sign(system))).toBe("200 a token");
  expect(await ask(fresh, await sign(system))).toBe("503 temporarily_unavailable, again in 5 s");
  system.comesBack();
  expect(await ask(fresh, await sign(system))).toBe("200 a token");
  const [refused] = await world.sql(
    `select count(*)::int as count from audit
     where action = 'system:sign-in' and detail = 'The keys of this system cannot be had just now. Try again.'`,
  );
  expect(refused).toEqual({ count: 1 });
});
