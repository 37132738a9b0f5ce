import { expect } from "@playwright/test";
import {
  base64url,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from "jose";
import { Issuer, type TokenSet } from "openid-client";
import { z } from "zod";
import { listNotices } from "@/server/api/list-notices";
import { listPlans } from "@/server/api/list-plans";
import { answerSubscription } from "@/server/standards/fhir/notify/answer-subscription";
import { answerToken } from "@/server/standards/who/answer-token";
import { answerSmartConfiguration, systemScope } from "@/server/standards/who/smart-configuration";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { startStandardsDoor } from "@/test/support/standards-door";

const now = new Date("2026-11-23T21:14:00Z");
const seconds = now.getTime() / 1_000;
const tokenAddress = "https://lantern.example/api/token";
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

type Keys = Awaited<ReturnType<typeof makeKeys>>;

async function makeKeys(alg = "ES384", kid = "first") {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    kid,
    privateKey,
    publicKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg },
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg },
  };
}

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

function formOf(assertion: string, fields: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: assertionType,
    client_assertion: assertion,
    ...fields,
  });
}

async function replyOf(answering: Promise<Response>): Promise<Reply> {
  const response = await answering;
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, body: (await response.json()) as Reply["body"] };
}

function signs(claims: JWTPayload, { alg, kid, privateKey }: Keys): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: "JWT" }).sign(privateKey);
}

interface Knock {
  readonly code: string;
  readonly bearer: string;
  readonly at: Date;
}

/** Knocks on the doors of an authority with a token. */
async function opens(service: TestService, { code, bearer, at }: Knock): Promise<number[]> {
  const request = () =>
    new Request("https://lantern.example/api", { headers: { Authorization: `Bearer ${bearer}` } });
  const responses = [
    await listNotices(service, request(), { authorityCode: code, now: at }),
    await listPlans(service, request(), { authorityCode: code, now: at }),
    await answerSubscription({ service, request: request(), path: [], body: undefined, now: at }),
  ];
  return responses.map(({ status }) => status);
}

const Said = z.object({
  token_endpoint: z.string(),
  token_endpoint_auth_methods_supported: z.tuple([z.literal("private_key_jwt")]),
});

/** Signs in as a client that was not written for Lantern does, by what the well-known address says. */
async function signsIn(origin: string, client: string, keys: Keys): Promise<TokenSet> {
  const response = await fetch(`${origin}/.well-known/smart-configuration`);
  const { token_endpoint, token_endpoint_auth_methods_supported } = Said.parse(await response.json());
  const [token_endpoint_auth_method] = token_endpoint_auth_methods_supported;
  const issuer = new Issuer({ issuer: origin, token_endpoint });
  const system = new issuer.Client(
    { client_id: client, token_endpoint_auth_method, token_endpoint_auth_signing_alg: keys.alg },
    { keys: [keys.privateJwk] },
  );
  return system.grant({ grant_type: "client_credentials", scope: systemScope });
}

interface OwnDoor {
  readonly origin: string;
  readonly service: TestService;
}

/** A service that is where its settings say, over a real socket, at one moment. */
async function withDoor(
  { appUrl, clients, at }: { readonly appUrl: string; readonly clients: string; readonly at: Date },
  does: (door: OwnDoor) => Promise<void>,
): Promise<void> {
  const held: { service?: TestService } = {};
  const door = await startStandardsDoor(async (request) => {
    if (held.service === undefined) throw new Error("not open yet");
    if (request.method === "GET") return answerSmartConfiguration(held.service);
    return answerToken({ service: held.service, form: new URLSearchParams(await request.text()), now: at });
  });
  const service = makeService(appUrl, { NEXTAUTH_URL: door.origin, SYSTEM_CLIENTS: clients });
  held.service = service;
  try {
    await does({ origin: door.origin, service });
  } finally {
    await door.stop();
    await service.stop();
  }
}

test("a client of OAuth signs in with its key, and is let in where the authority's token is, for five minutes", async ({
  database: { appUrl },
  world,
  other,
  client,
}) => {
  const keys = await makeKeys("RS384");
  // The client signs by its own clock.
  const at = new Date();
  await withDoor({ appUrl, clients: clientsOf(client, world, keys), at }, async ({ origin, service }) => {
    const given = await signsIn(origin, client, keys);
    expect(given).toMatchObject({ token_type: "Bearer", scope: systemScope });
    const bearer = given.access_token ?? "";
    const { code } = world.authority;
    expect(await opens(service, { code, bearer, at })).toEqual([200, 200, 200]);
    expect(await opens(service, { code: other.authority.code, bearer, at })).toEqual([403, 403, 200]);
    const over = new Date(at.getTime() + 301_000);
    expect(await opens(service, { code, bearer, at: over })).toEqual([401, 401, 401]);

    const kept = JSON.stringify(await world.sql("select * from system_token"));
    expect(kept).not.toContain(bearer);
    const record = "select organisation_id from audit where action = 'system:sign-in' and detail = $1";
    expect(await world.sql(record, [client])).toEqual([{ organisation_id: world.authority.id }]);
  });
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

type Assertion = readonly [title: string, assertion: string, words: string];

async function badAssertions(keys: Keys, claims: Given["claims"]): Promise<readonly Assertion[]> {
  const publicText = new TextEncoder().encode(await exportSPKI(keys.publicKey));
  const [, payload = "", signature = ""] = (await signs(claims(), keys)).split(".");
  const none = base64url.encode(JSON.stringify({ alg: "none" }));
  const byPublicKey = new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: "first" });
  const unsigned = "not signed with an algorithm|cannot be read";
  return [
    ["none", "", "Send a form"],
    ["no token", "not-a-token", "not one that may ask here"],
    ["algorithm none", new UnsecuredJWT(claims()).encode(), unsigned],
    ["its header said none", `${none}.${payload}.${signature}`, unsigned],
    ["HS256 with the public key", await byPublicKey.sign(publicText), "not signed with an algorithm"],
    ["another key of the name", await signs(claims(), await makeKeys()), "not of a key of this system"],
    [
      "an unknown key",
      await signs(claims(), await makeKeys("ES384", "second")),
      "a key that this system does not have",
    ],
    ...(await Promise.all(
      bad.map(async ([title, change, words]) => [title, await signs(claims(change), keys), words] as const),
    )),
  ];
}

test("no bad assertion is given a token, each is told why, and each is on record", async ({
  keys,
  claims,
  asks,
  world,
}) => {
  const refusals =
    "select count(*)::int as count from audit where action = 'system:sign-in' and outcome = 'refused'";
  const before = Number((await world.sql(refusals))[0]?.["count"]);
  const assertions = await badAssertions(keys, claims);
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
  expect(Number((await world.sql(refusals))[0]?.["count"]) - before).toBe(assertions.length + 3);
});

test("what was signed is taken once, and of a system that was taken off not at all", async ({
  keys,
  claims,
  asks,
  service,
}) => {
  const good = await signs(claims(), keys);
  expect(await asks(good)).toMatchObject({ status: 200, body: { expires_in: 300 } });
  expect(await asks(good)).toMatchObject({ status: 401, body: { error: "invalid_client" } });

  const without = makeService(service.configuration.DATABASE_URL, {
    NEXTAUTH_URL: "https://lantern.example",
  });
  const form = formOf(await signs(claims(), keys));
  expect(await replyOf(answerToken({ service: without, form, now }))).toMatchObject({ status: 401 });
  await without.stop();
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
