import { expect } from "@playwright/test";
import { base64url, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { withWork } from "@/server/db/work";
import { closeSessionsOfIssuer } from "@/server/domain/access/close-sessions-of-issuer";
import { systemActor } from "@/server/vocabulary/actor";
import { findPerson } from "@/server/standards/who/find-person";
import { makeService } from "@/test/support/make-service";
import { standardsNow as now, systemsSettings, test, type ClaimsChange } from "@/test/support/standards";
import { personClaims, startTokenIssuer, type TokenIssuer } from "@/test/support/token-issuer";

const seconds = now.getTime() / 1_000;

test("a token names a person of ours, in their role, and a second call is the same session", async ({
  service,
  token,
  world,
}) => {
  const found = await findPerson({ service, token: await token(), now });
  const again = await findPerson({ service, token: await token({ jti: "another token" }), now });

  expect(found).toMatchObject({
    kind: "person",
    client: "records-of-ward",
    actor: { name: "Sam Okoro", role: "crew", organisationId: world.trust.id, authorityIds: [] },
  });
  expect(again).toEqual(found);
  const sessions = await world.sql(
    "select door, idle_minutes from session where organisation_id = $1 and ended_at is null",
    [world.trust.id],
  );
  expect(sessions).toEqual([{ door: "systems", idle_minutes: 720 }]);
});

test("two first calls at once are one session and one sign-in on record", async ({
  service,
  token,
  world,
}) => {
  const signed = await token();
  const found = await Promise.all([1, 2, 3].map(() => findPerson({ service, token: signed, now })));

  expect(new Set(found.map((one) => (one.kind === "person" ? one.actor.sessionId : one.kind))).size).toBe(1);
  const [audit] = await world.sql(
    "select count(*)::int as count from audit where organisation_id = $1 and action = 'session:open'",
    [world.trust.id],
  );
  expect(audit).toEqual({ count: 1 });
});

test("somebody with both rights is who they ask to be, each with a session of its own", async ({
  service,
  token,
}) => {
  const signed = await token({ activityCodes: ["B0107", "B0170"] });
  const unscheduled = await findPerson({ service, token: signed, now, activity: "B0107" });
  const silent = await findPerson({ service, token: signed, now, activity: "B0170" });

  expect([unscheduled, silent]).toMatchObject([
    { kind: "person", actor: { role: "crew" } },
    { kind: "person", actor: { role: "scheduled-clinician" } },
  ]);
});

interface BadToken {
  readonly title: string;
  readonly change: ClaimsChange;
  readonly kind: string;
  readonly words: RegExp;
}

const badTokens: readonly BadToken[] = [
  { title: "expired", change: { exp: seconds - 60 }, kind: "bad-token", words: /has expired/ },
  { title: "of the future", change: { iat: seconds + 300 }, kind: "bad-token", words: /“iat”/ },
  { title: "not good yet", change: { nbf: seconds + 300 }, kind: "bad-token", words: /“nbf”/ },
  { title: "older than an hour", change: { iat: seconds - 4_000 }, kind: "bad-token", words: /has expired/ },
  { title: "without an end", change: { exp: undefined }, kind: "bad-token", words: /“exp”/ },
  { title: "without a beginning", change: { iat: undefined }, kind: "bad-token", words: /“iat”/ },
  { title: "for another service", change: { aud: "https://other" }, kind: "bad-token", words: /“aud”/ },
  { title: "of another issuer", change: { iss: "https://other" }, kind: "bad-token", words: /“iss”/ },
  {
    title: "of somebody who proved who they are too long ago",
    change: { auth_time: seconds - 13 * 3_600 },
    kind: "refused",
    words: /too long ago/,
  },
  {
    title: "that does not say when the person proved who they are",
    change: { auth_time: undefined },
    kind: "refused",
    words: /could not read/,
  },
  { title: "of a weak sign-in", change: { acr: "AAL1_USERPASS" }, kind: "refused", words: /not strong/ },
  {
    title: "of somebody whose right was revoked",
    change: { activityCodes: [] },
    kind: "refused",
    words: /no role in Lantern/,
  },
  {
    title: "of somebody whose roles were all revoked",
    change: { nhsid_nrbac_roles: [] },
    kind: "refused",
    words: /no role in Lantern/,
  },
  {
    title: "that chose a role which is not among the person's any more",
    change: { selected_roleid: "revoked" },
    kind: "refused",
    words: /none was chosen/,
  },
];

test("a token that is not as it has to be lets nobody in, and says why", async ({
  service,
  token,
  world,
}) => {
  for (const { title, change, kind, words } of badTokens) {
    const found = await findPerson({ service, token: await token(change), now });
    expect.soft(found, title).toMatchObject({ kind, words: expect.stringMatching(words) });
  }
  expect(await world.sql("select id from session where organisation_id = $1", [world.trust.id])).toEqual([]);
});

const forgeries: readonly {
  readonly title: string;
  readonly forge: (issuer: TokenIssuer, claims: JWTPayload) => Promise<string> | string;
}[] = [
  { title: "that is not signed", forge: (_issuer, claims) => new UnsecuredJWT(claims).encode() },
  {
    title: "signed with the public key as if it were a secret",
    forge: async (issuer, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", kid: issuer.key.kid })
        .sign(new TextEncoder().encode(await issuer.publicKeyText())),
  },
  { title: "that names an unknown key", forge: (issuer, claims) => issuer.signs(claims, { kid: "mine" }) },
  {
    title: "whose claims were changed afterwards",
    forge: async (issuer, claims) => {
      const [header = "", , signature = ""] = (await issuer.signs(claims)).split(".");
      return [header, base64url.encode(JSON.stringify({ ...claims, name: "Another" })), signature].join(".");
    },
  },
  { title: "that is no token", forge: () => "Z2NVIitD7bQOzsoCpO3P" },
  { title: "of nothing but dots", forge: () => ".." },
];

test("a token that its issuer did not sign lets nobody in", async ({ service, claims, issuer }) => {
  for (const { title, forge } of forgeries) {
    const found = await findPerson({ service, token: await forge(issuer, claims()), now });
    expect.soft(found.kind, title).toBe("bad-token");
  }
});

test("without a token, and with one of an organisation that is not ours, nobody is let in", async ({
  service,
  token,
  world,
}) => {
  expect(await findPerson({ service, token: undefined, now })).toMatchObject({ kind: "no-token" });
  await world.sql("update organisation set code = code || '-gone' where id = $1", [world.trust.id]);
  expect(await findPerson({ service, token: await token(), now })).toMatchObject({
    kind: "refused",
    words: expect.stringContaining("does not use Lantern"),
  });
});

test("when the issuer says that the session is over, its tokens are good for nothing here", async ({
  service,
  token,
  claims,
}) => {
  expect(await findPerson({ service, token: await token(), now })).toMatchObject({ kind: "person" });
  const said = {
    issuer: "care-identity",
    issuerSessionId: claims().sid,
    subject: undefined,
    saidAt: now,
  } as const;
  const ended = await withWork(service.database, { actor: systemActor("sign-in"), now }, (work) =>
    closeSessionsOfIssuer(work, { ...said, issuerSessionId: String(said.issuerSessionId) }),
  );
  expect(ended).toBe(1);

  expect(await findPerson({ service, token: await token({ jti: "new" }), now })).toMatchObject({
    kind: "bad-token",
    words: expect.stringContaining("has ended"),
  });
});

test("keys may change in mid-flight: the new one is fetched, the old one is not believed any more", async ({
  database,
  world,
}) => {
  const issuer = await startTokenIssuer();
  const service = makeService(database.appUrl, systemsSettings(issuer));
  const signed = (key = {}) => issuer.signs(claimsOf(issuer, world.trust.code), key);
  try {
    const before = await signed();
    expect(await findPerson({ service, token: before, now })).toMatchObject({ kind: "person" });
    await issuer.rotates();

    expect(await findPerson({ service, token: await signed(), now })).toMatchObject({ kind: "person" });
    expect(await findPerson({ service, token: before, now })).toMatchObject({ kind: "bad-token" });
  } finally {
    await service.stop();
    await issuer.stop();
  }
});

test("a flood of invented keys is no flood at the issuer, and an issuer that is down is no bad token", async ({
  database,
  world,
}) => {
  const issuer = await startTokenIssuer();
  const settings = { ...systemsSettings(issuer), ISSUER_KEYS_WAIT_SECONDS: "600" };
  const service = makeService(database.appUrl, settings);
  const fresh = makeService(database.appUrl, settings);
  const signed = (key = {}) => issuer.signs(claimsOf(issuer, world.trust.code), key);
  try {
    await findPerson({ service, token: await signed(), now });
    for (const kid of ["a", "b", "c", "d"])
      expect(await findPerson({ service, token: await signed({ kid }), now })).toMatchObject({
        kind: "bad-token",
      });
    expect(issuer.asked()).toBe(1);

    issuer.goesDown();
    expect(await findPerson({ service, token: await signed(), now })).toMatchObject({ kind: "person" });
    expect(await findPerson({ service: fresh, token: await signed(), now })).toMatchObject({
      kind: "unavailable",
    });
    issuer.comesBack();
    expect(await findPerson({ service: fresh, token: await signed(), now })).toMatchObject({
      kind: "person",
    });
  } finally {
    await service.stop();
    await fresh.stop();
    await issuer.stop();
  }
});

test("a door without an issuer is shut, whatever token comes", async ({ database, token }) => {
  const service = makeService(database.appUrl);
  try {
    expect(await findPerson({ service, token: await token(), now })).toMatchObject({ kind: "unavailable" });
  } finally {
    await service.stop();
  }
});

function claimsOf(issuer: TokenIssuer, organisationCode: string): JWTPayload {
  return personClaims({ now, issuer: issuer.issuer, organisationCode });
}
