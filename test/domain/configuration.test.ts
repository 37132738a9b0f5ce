import { expect, test } from "@playwright/test";
import { parseConfiguration } from "@/server/vocabulary/configuration";
import { testEnvironment } from "@/test/support/make-service";

const environment = { DATABASE_URL: "postgresql://lantern_app:tests@127.0.0.1/lantern", ...testEnvironment };

test("the service starts with what has no standard value, and has the standard values for the rest", () => {
  expect(parseConfiguration(environment)).toMatchObject({
    SESSION_IDLE_MINUTES_HEALTH: 30,
    SESSION_IDLE_MINUTES_AUTHORITY: 60,
    SESSION_ABSOLUTE_MINUTES: 720,
    LOOKUPS_PER_MINUTE: 20,
    SEARCHES_PER_MINUTE: 20,
    SEARCH_TIMEOUT_MILLISECONDS: 8_000,
    CARD_CLEARS_AFTER_MINUTES: 30,
    ENDED_PLAN_VISIBLE_DAYS: 365,
    UNBORN_PLAN_VISIBLE_DAYS: 28,
  });
});

const needed = [
  ["DATABASE_URL", "needs an address like postgresql://user:password@host/name"],
  ["NEXTAUTH_URL", "needs an address like https://lantern.example"],
  ["NEXTAUTH_SECRET", "needs at least 32 characters, kept secret"],
  ["CARE_IDENTITY_ISSUER", "needs an address like https://lantern.example"],
  ["CARE_IDENTITY_CLIENT_ID", "needs the value that the issuer gave to Lantern"],
  ["CARE_IDENTITY_CLIENT_SECRET", "needs the value that the issuer gave to Lantern"],
  ["COUNCIL_ISSUER", "needs an address like https://lantern.example"],
  ["COUNCIL_CLIENT_ID", "needs the value that the issuer gave to Lantern"],
  ["COUNCIL_CLIENT_SECRET", "needs the value that the issuer gave to Lantern"],
  ["VAPID_SUBJECT", "must be mailto:name@a-real-domain or https://a-real-domain/"],
  ["VAPID_PUBLIC_KEY", "needs a key as web-push generate-vapid-keys prints it"],
  ["VAPID_PRIVATE_KEY", "needs a key as web-push generate-vapid-keys prints it"],
  ["DEVICE_KEY", "needs 32 bytes as base64"],
  ["RECEIPT_KEY", "needs 32 bytes as base64"],
  ["RECORD_SIGNING_KEYS", "needs a JSON Web Key Set whose first key is a private Ed25519 key"],
] as const;

for (const [name, expected] of needed) {
  test(`without ${name} the start stops, names it and says what is expected`, () => {
    const complaint = complaintAbout({ [name]: undefined });

    expect(complaint).toContain(`- ${name} is missing: `);
    expect(complaint).toContain(expected);
  });
}

test("a door for systems that is half set up stops the start, and the start names what is missing", () => {
  const complaint = complaintAbout({ SYSTEMS_ISSUER: "https://issuer.example" });

  expect(complaint).toContain("- SYSTEMS_KEYS_URL is missing: ");
  expect(complaint).toContain("- SYSTEMS_AUDIENCE is missing: ");
  expect(complaint).not.toContain("SYSTEMS_ISSUER is");
});

const keys = { keys: [{ kty: "EC", kid: "first", crv: "P-384", x: "x", y: "y" }] };

function systemWith(where: object): string {
  return JSON.stringify([{ id: "case-system", authority: "E08000035", ...where }]);
}

function cdsWith(keysUrl: string): string {
  return JSON.stringify([{ issuer: "https://records.example", keysUrl, organisations: ["RRU"] }]);
}

const wrong = [
  ["CDS_CLIENTS", "[{}]", "needs a JSON array of objects with issuer, keysUrl (https), organisations"],
  ["SYSTEM_CLIENTS", "[{}]", "needs a JSON array of objects with id, authority and either keys"],
  ["SYSTEM_CLIENTS", systemWith({}), "either keys"],
  ["SYSTEM_CLIENTS", systemWith({ keys, keysUrl: "https://case.example/keys" }), "or keysUrl (https)"],
  ["SYSTEM_CLIENTS", systemWith({ keysUrl: "http://case.example/keys" }), "or keysUrl (https)"],
  [
    "SYSTEM_CLIENTS",
    systemWith({ keys: { keys: [{ ...keys.keys[0], d: "x" }] } }),
    "of public RSA or EC keys",
  ],
  ["CDS_CLIENTS", cdsWith("http://records.example/keys"), "keysUrl (https)"],
  ["SYSTEMS_KEYS_URL", "http://issuer.example/keys", "without TLS on the same machine only"],
  ["CDS_CLIENTS", "none", "needs a JSON array of objects with issuer, keysUrl (https), organisations"],
  ["SYSTEMS_KEYS_URL", "keys", "needs an address like https://lantern.example"],
  ["ISSUER_KEYS_WAIT_SECONDS", "-1", "needs a whole number from 0 to 600"],
  ["DATABASE_URL", "mysql://lantern@host/name", "needs an address like postgresql://"],
  ["DATABASE_CONNECTIONS", "1", "needs a whole number from 2 to 200"],
  ["DATABASE_CONNECTIONS", "many", "needs a whole number from 2 to 200"],
  ["NEXTAUTH_URL", "home", "needs an address like https://lantern.example"],
  ["NEXTAUTH_SECRET", "too-short-to-be-one", "needs at least 32 characters"],
  ["CARE_IDENTITY_CLIENT_SECRET", "", "needs the value that the issuer gave"],
  ["SESSION_IDLE_MINUTES_HEALTH", "0", "needs a whole number from 1 to 10080"],
  ["SESSION_ABSOLUTE_MINUTES", "12.5", "needs a whole number from 1 to 10080"],
  ["VAPID_SUBJECT", "mailto:duty@localhost", "mailto:name@a-real-domain"],
  ["VAPID_PRIVATE_KEY", "half-a-key", "needs a key as web-push"],
  ["DEVICE_KEY", "c2l4dGVlbiBieXRlcyEh", "needs 32 bytes as base64"],
  ["RECEIPT_KEY", "not a key at all", "needs 32 bytes as base64"],
  ["RECORD_SIGNING_KEYS", "not a key", "needs a JSON Web Key Set"],
  ["RECORD_SIGNING_KEYS", '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"A"}]}', "needs a JSON Web Key Set"],
  ["PUSH_TIMEOUT_MILLISECONDS", "soon", "needs a whole number from 1 to 60000"],
  ["LOOKUPS_PER_MINUTE", "0", "needs a whole number from 1"],
  ["ENDED_PLAN_VISIBLE_DAYS", "-1", "needs a whole number from 0"],
  ["CARD_CLEARS_AFTER_MINUTES", "never", "needs a whole number from 1 to 10080"],
  ["LOG_LEVEL", "chatty", `expected one of "debug"|"info"`],
] as const;

for (const [name, value, expected] of wrong) {
  test(`${name} set to ${JSON.stringify(value)} stops the start, which says what is expected`, () => {
    const complaint = complaintAbout({ [name]: value });

    expect(complaint).toContain(`- ${name} is wrong: `);
    expect(complaint).toContain(expected);
  });
}

test("everything that is wrong is said at once, each variable on one line", () => {
  const complaint = complaintAbout({
    NEXTAUTH_SECRET: undefined,
    DATABASE_CONNECTIONS: "0.5",
    LOG_LEVEL: "loud",
  });

  expect(complaint.split("\n").filter((line) => line.startsWith("- "))).toEqual([
    expect.stringMatching(/^- DATABASE_CONNECTIONS is wrong/),
    expect.stringMatching(/^- NEXTAUTH_SECRET is missing/),
    expect.stringMatching(/^- LOG_LEVEL is wrong/),
  ]);
});

test("no secret is ever part of the message, whatever else is wrong", () => {
  const secrets = {
    NEXTAUTH_SECRET: "S3cret",
    CARE_IDENTITY_CLIENT_SECRET: "Cl1ent",
    DEVICE_KEY: "D3vice",
    DATABASE_URL: "P4ssw0rd",
  };

  const complaint = complaintAbout({ ...secrets, LOG_LEVEL: "loud" });

  for (const secret of Object.values(secrets)) expect(complaint).not.toContain(secret);
});

function complaintAbout(change: Readonly<Record<string, string | undefined>>): string {
  try {
    parseConfiguration({ ...environment, ...change });
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  throw new Error("the configuration was taken as right");
}
