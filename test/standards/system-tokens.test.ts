import { expect } from "@playwright/test";
import { base64url, exportSPKI, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { listNotices } from "@/server/api/list-notices";
import { listPlans } from "@/server/api/list-plans";
import { answerSubscription } from "@/server/standards/fhir/notify/answer-subscription";
import { answerToken } from "@/server/standards/who/answer-token";
import { systemScope } from "@/server/standards/who/smart-configuration";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { formOf, makeKeys, openTokenDoor, signIn, signs, type Keys } from "@/test/support/system-sign-in";

const now = new Date("2026-11-23T21:14:00Z");
const seconds = now.getTime() / 1_000;
const tokenAddress = "https://lantern.example/api/token";

/** Claims to set or, as undefined, to leave out. */
type Change = Readonly<Record<string, unknown>>;

interface Given {
  readonly keys: Keys;
  readonly world: World;
  readonly other: World;
  readonly service: TestService;
  readonly client: string;
  readonly claims: (change?: Change) => JWTPayload;
  readonly asks: (assertion: string, fields?: Readonly<Record<string, string>>) => Promise<Reply>;
}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const test = base.extend<Given>({
  keys: async ({}, use) => use(await makeKeys()),
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  other: async ({ database }, use) => use(await makeWorld(database, now)),
  client: async ({ world }, use) => use(`case-system-of-${world.authority.code}`),
  service: async ({ database, keys, world, client }, use) => {
    const service = makeService(database.appUrl, {
      NEXTAUTH_URL: "https://lantern.example",
      SYSTEM_CLIENTS: clientsOf(client, world, keys),
    });
    await use(service);
    await service.stop();
  },
  claims: async ({ client }, use) =>
    use((change = {}) => ({
      iss: client,
      sub: client,
      aud: tokenAddress,
      exp: seconds + 240,
      jti: crypto.randomUUID(),
      ...change,
    })),
  asks: async ({ service }, use) =>
    use((assertion, fields) => replyOf(answerToken({ service, form: formOf(assertion, fields), now }))),
});

function clientsOf(id: string, { authority }: World, ...keys: readonly Keys[]): string {
  return JSON.stringify([{ id, authority: authority.code, keys: { keys: keys.map(({ jwk }) => jwk) } }]);
}

async function replyOf(answering: Promise<Response>): Promise<Reply> {
  const response = await answering;
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, body: (await response.json()) as Reply["body"] };
}

/** Knocks on the doors of an authority with a token. */
async function opens(
  service: TestService,
  { code, bearer, at = now }: { readonly code: string; readonly bearer: string; readonly at?: Date },
): Promise<number[]> {
  const request = () =>
    new Request("https://lantern.example/api", { headers: { Authorization: `Bearer ${bearer}` } });
  const responses = [
    await listNotices(service, request(), { authorityCode: code, now: at }),
    await listPlans(service, request(), { authorityCode: code, now: at }),
    await answerSubscription({ service, request: request(), path: [], body: undefined, now: at }),
  ];
  return responses.map(({ status }) => status);
}

test("a client of OAuth signs in with its key, and is let in where the authority's token is, for five minutes", async ({
  database,
  world,
  other,
  client,
}) => {
  const keys = await makeKeys("RS384");
  // The client signs by its own clock.
  const at = new Date();
  const { service, door } = await openTokenDoor(database.appUrl, clientsOf(client, world, keys), at);
  try {
    const given = await signIn(door.origin, client, keys);

    expect(given).toMatchObject({ token_type: "Bearer", scope: systemScope });
    const token = given.access_token ?? "";
    const own = { code: world.authority.code, bearer: token };
    expect(await opens(service, { ...own, at })).toEqual([200, 200, 200]);
    expect((await opens(service, { ...own, code: other.authority.code, at })).slice(0, 2)).toEqual([
      403, 403,
    ]);
    const over = new Date(at.getTime() + 301_000);
    expect(await opens(service, { ...own, at: over })).toEqual([401, 401, 401]);
    const kept = JSON.stringify(await world.sql("select * from system_token"));
    expect(kept).not.toContain(token);
    expect(
      await world.sql(
        "select detail, organisation_id from audit where action = 'system:sign-in' and detail = $1",
        [client],
      ),
    ).toEqual([{ detail: client, organisation_id: world.authority.id }]);
  } finally {
    await door.stop();
    await service.stop();
  }
});

const bad: readonly (readonly [title: string, change: Change, words: string])[] = [
  ["expired", { exp: seconds - 60 }, "It has expired."],
  ["of the future", { iat: seconds + 300 }, "signed in the future"],
  ["not good yet", { nbf: seconds + 300 }, "“nbf”"],
  ["good for too long", { exp: seconds + 600 }, "longer than five minutes"],
  ["without an end", { exp: undefined }, "“exp”"],
  ["for another audience", { aud: "https://other.example/token" }, "“aud”"],
  ["of another issuer", { iss: "https://other.example" }, "not one that may ask here"],
  ["about another subject", { sub: "somebody" }, "“sub”"],
  ["without a jti", { jti: undefined }, "“jti”"],
  ["with a jti that is too long", { jti: "x".repeat(300) }, "“jti”"],
];

/** Each with what is wrong with it, and with what it is refused. */
async function badAssertions(claims: Given["claims"], keys: Keys): Promise<[string, string, string][]> {
  const other = await makeKeys();
  const unknown = await makeKeys("ES384", "second");
  const publicText = new TextEncoder().encode(await exportSPKI(keys.publicKey));
  const none = base64url.encode(JSON.stringify({ alg: "none" }));
  const [, payload = "", signature = ""] = (await signs(claims(), keys)).split(".");
  const forged: [string, string, string][] = [
    ["none", "", "Send a form"],
    ["no token", "not-a-token", "not one that may ask here"],
    ["algorithm none", new UnsecuredJWT(claims()).encode(), "not signed with an algorithm|cannot be read"],
    [
      "its header said none",
      `${none}.${payload}.${signature}`,
      "not signed with an algorithm|cannot be read",
    ],
    [
      "HS256 with the public key",
      await new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: "first" }).sign(publicText),
      "not signed with an algorithm",
    ],
    ["another key of the same name", await signs(claims(), other), "not of a key of this system"],
    ["an unknown key", await signs(claims(), unknown), "a key that this system does not have"],
  ];
  for (const [title, change, words] of bad) forged.push([title, await signs(claims(change), keys), words]);
  return forged;
}

test("no bad assertion is given a token, each is told why, and each is on record", async ({
  keys,
  claims,
  asks,
  world,
  service,
  client,
}) => {
  const assertions = await badAssertions(claims, keys);
  for (const [title, assertion, words] of assertions) {
    const { status, body } = await asks(assertion);
    expect.soft([status === 200, body["access_token"]], title).toEqual([false, undefined]);
    expect.soft(String(body["error_description"]), title).toMatch(new RegExp(words));
  }
  const good = await signs(claims(), keys);
  for (const [fields, error] of [
    [{ grant_type: "password" }, "unsupported_grant_type"],
    [{ scope: "system/*.*" }, "invalid_scope"],
    [{ client_assertion_type: "urn:other" }, "invalid_request"],
  ] as const)
    expect.soft(await asks(good, fields)).toMatchObject({ status: 400, body: { error } });

  expect(await asks(good)).toMatchObject({ status: 200, body: { expires_in: 300 } });
  expect(await asks(good)).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  const revoked = makeService(service.configuration.DATABASE_URL, {
    NEXTAUTH_URL: "https://lantern.example",
  });
  const fresh = formOf(await signs(claims(), keys));
  expect(await replyOf(answerToken({ service: revoked, form: fresh, now }))).toMatchObject({ status: 401 });
  await revoked.stop();

  const [{ refused, done } = {}] = await world.sql(
    `select count(*) filter (where outcome = 'refused')::int as refused,
       count(*) filter (where outcome = 'done' and detail = $1)::int as done
     from audit where action = 'system:sign-in'`,
    [client],
  );
  expect(done).toBe(1);
  expect(refused).toBeGreaterThanOrEqual(assertions.length + 5);
});

test("the same assertion sent twice at once is taken once, and is forgotten when it is of no use any more", async ({
  keys,
  claims,
  asks,
  service,
  world,
}) => {
  const assertion = await signs(claims(), keys);
  const replies = await Promise.all([1, 2, 3].map(() => asks(assertion)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);

  const later = new Date(now.getTime() + 600_000);
  const form = formOf(await signs(claims({ exp: later.getTime() / 1_000 + 60 }), keys));
  expect((await replyOf(answerToken({ service, form, now: later }))).status).toBe(200);
  expect(
    await world.sql("select count(*)::int as count from system_token where authority_id = $1", [
      world.authority.id,
    ]),
  ).toEqual([{ count: 1 }]);
});
