import { createECDH, randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { receiveRenewal } from "@/server/api/receive-renewal";
import { runSql } from "@/server/demo/postgres-databases";
import { addressDigest } from "@/server/domain/push/sealed-address";
import { CookieBrowser } from "@/test/support/cookie-browser";
import { test, type SigningIn } from "@/test/support/signing-in";

test("a phone whose browser replaced its subscription is reached at the new address only", async ({
  signingIn,
}) => {
  const browser = await signedIn(signingIn);
  const first = makeSubscription();
  const second = makeSubscription();
  await renew(signingIn, browser, { subscription: first });

  const reply = await renew(signingIn, browser, { oldEndpoint: first.endpoint, subscription: second });

  expect(reply.status).toBe(204);
  expect(await isReached(signingIn, first)).toBe(false);
  expect(await isReached(signingIn, second)).toBe(true);
});

test("a subscription renewed under the same address stays", async ({ signingIn }) => {
  const browser = await signedIn(signingIn);
  const same = makeSubscription();

  const reply = await renew(signingIn, browser, { oldEndpoint: same.endpoint, subscription: same });

  expect(reply.status).toBe(204);
  expect(await isReached(signingIn, same)).toBe(true);
});

test("without a session nothing is renewed, and the old phone stays", async ({ signingIn }) => {
  const first = makeSubscription();
  await renew(signingIn, await signedIn(signingIn), { subscription: first });
  const second = makeSubscription();

  const reply = await renew(signingIn, new CookieBrowser(), {
    oldEndpoint: first.endpoint,
    subscription: second,
  });

  expect(reply.status).toBe(401);
  expect(await isReached(signingIn, first)).toBe(true);
  expect(await isReached(signingIn, second)).toBe(false);
});

test("an address on no known push service is refused, and the old phone stays", async ({ signingIn }) => {
  const browser = await signedIn(signingIn);
  const first = makeSubscription();
  await renew(signingIn, browser, { subscription: first });
  const elsewhere = { ...makeSubscription(), endpoint: "https://push.example/1" };

  const reply = await renew(signingIn, browser, { oldEndpoint: first.endpoint, subscription: elsewhere });

  expect(reply.status).toBe(400);
  expect(await isReached(signingIn, first)).toBe(true);
});

for (const [fault, body] of [
  ["nothing in it", {}],
  ["no subscription", { oldEndpoint: "https://updates.push.services.mozilla.com/1" }],
  ["a subscription without keys", { subscription: { endpoint: "https://fcm.googleapis.com/1" } }],
  ["more than a subscription can be long", { subscription: makeSubscription(), more: "x".repeat(9_000) }],
] as const) {
  test(`a renewal with ${fault} is refused`, async ({ signingIn }) => {
    const reply = await renew(signingIn, await signedIn(signingIn), body);
    expect(reply.status).toBe(400);
  });
}

async function signedIn(signingIn: SigningIn): Promise<CookieBrowser> {
  const browser = new CookieBrowser();
  await signingIn.signIn(browser, "duty");
  return browser;
}

function renew({ service, origin }: SigningIn, browser: CookieBrowser, body: unknown): Promise<Response> {
  const request = new Request(`${origin}/api/push/renewals`, {
    method: "POST",
    headers: { "Content-Type": "application/json", cookie: browser.cookieHeader() },
    body: JSON.stringify(body),
  });
  return receiveRenewal(service, request, new Date());
}

function makeSubscription() {
  return {
    endpoint: `https://updates.push.services.mozilla.com/wpush/v2/${randomBytes(16).toString("base64url")}`,
    keys: {
      p256dh: createECDH("prime256v1").generateKeys().toString("base64url"),
      auth: randomBytes(16).toString("base64url"),
    },
  };
}

async function isReached({ ownerUrl }: SigningIn, { endpoint }: { readonly endpoint: string }) {
  const digest = addressDigest(endpoint);
  const rows = await runSql(
    ownerUrl,
    `select 1 from device where address_digest = '${digest}' and retired_at is null`,
  );
  return rows.length === 1;
}
