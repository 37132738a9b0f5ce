import { createServer, type Server } from "node:net";
import { expect, test as base } from "@playwright/test";
import webPush from "web-push";
import { sendPush, type PushRequest, type PushSender } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { alertPush } from "@/test/support/alert-push";
import { startFakePushService, type FakePushService } from "@/test/support/fake-push-service";
import type { FakeAnswer } from "@/test/support/fake-push-subscriptions";

const vapid = { subject: "mailto:duty@lantern.example", ...webPush.generateVAPIDKeys() };
const message = alertPush({
  origin: "https://lantern.example",
  alertId: "alert-1",
  reference: "7K3M",
  receipt: "opaque-receipt",
});

const test = base.extend<{ service: FakePushService; sender: PushSender }>({
  service: async ({}, use) => {
    const service = await startFakePushService();
    await use(service);
    await service.stop();
  },
  sender: async ({ service }, use) => use(senderTo(service)),
});

test("a push arrives encrypted, signed, and with its topic, time to live and urgency", async ({
  service,
  sender,
}) => {
  const subscription = service.makeSubscription(vapid.publicKey);

  const answer = await sendPush(sender, pushTo(subscription, { ttlSeconds: 300 }));

  expect(answer).toEqual({ kind: "accepted", statusCode: 201, reason: "HTTP 201" });
  expect(service.rejections).toEqual([]);
  expect(service.deliveries).toEqual([
    {
      endpoint: subscription.endpoint,
      answer: { status: 201 },
      message,
      topic: pushTopic("alert-1"),
      ttlSeconds: 300,
      urgency: "high",
      sender: expect.objectContaining({
        audience: service.httpsOrigin,
        subject: vapid.subject,
        publicKey: vapid.publicKey,
      }),
    },
  ]);
});

type Expected = { readonly kind: string; readonly statusCode?: number; readonly retryAfterSeconds?: number };
const answers: readonly (readonly [FakeAnswer, Expected])[] = [
  [{ status: 200 }, { kind: "accepted", statusCode: 200 }],
  [{ status: 202 }, { kind: "accepted", statusCode: 202 }],
  [{ status: 404 }, { kind: "gone", statusCode: 404 }],
  [{ status: 410 }, { kind: "gone", statusCode: 410 }],
  [{ status: 302 }, { kind: "refused", statusCode: 302 }],
  [{ status: 400 }, { kind: "refused", statusCode: 400 }],
  [{ status: 401 }, { kind: "refused", statusCode: 401 }],
  [{ status: 403 }, { kind: "refused", statusCode: 403 }],
  [{ status: 413 }, { kind: "refused", statusCode: 413 }],
  [{ status: 418 }, { kind: "refused", statusCode: 418 }],
  [{ status: 408 }, { kind: "later", statusCode: 408 }],
  [{ status: 429 }, { kind: "later", statusCode: 429 }],
  [
    { status: 429, retryAfter: "90" },
    { kind: "later", statusCode: 429, retryAfterSeconds: 90 },
  ],
  [
    { status: 429, retryAfter: "Thu, 01 Jan 1970 00:00:00 GMT" },
    { kind: "later", statusCode: 429, retryAfterSeconds: 0 },
  ],
  [
    { status: 503, retryAfter: "soon" },
    { kind: "later", statusCode: 503 },
  ],
  [{ status: 500 }, { kind: "later", statusCode: 500 }],
  ["reset", { kind: "unreachable" }],
];
for (const [given, expected] of answers) {
  test(`a push service that answers ${JSON.stringify(given)} is read as ${JSON.stringify(expected)}`, async ({
    service,
    sender,
  }) => {
    const subscription = service.makeSubscription();
    service.answerWith(subscription.endpoint, given);

    const answer = await sendPush(sender, pushTo(subscription));

    expect(answer).toEqual({ ...expected, reason: expect.stringMatching(/./) });
  });
}

test("the reason keeps the service's own words, without the address or the token that it quotes", async ({
  service,
  sender,
}) => {
  const subscription = service.makeSubscription();
  const token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9";
  const body = `{"reason":"BadJwtToken"} ${token} for ${subscription.endpoint}\n`;
  service.answerWith(subscription.endpoint, { status: 403, body });

  const answer = await sendPush(sender, pushTo(subscription));

  expect(answer.reason).toBe('HTTP 403: {"reason":"BadJwtToken"} ... for ...');
});

test("a reply of any length costs no more than its beginning", async ({ service, sender }) => {
  const subscription = service.makeSubscription();
  service.answerWith(subscription.endpoint, { status: 400, body: "no ".repeat(1_000_000) });

  const answer = await sendPush(sender, pushTo(subscription));

  expect(answer).toMatchObject({ kind: "refused", statusCode: 400 });
  expect(answer.reason.length).toBeLessThan(140);
});

test("a push service that never answers is given up after the time-out", async ({ service, sender }) => {
  const subscription = service.makeSubscription();
  service.answerWith(subscription.endpoint, "hang");

  const answer = await sendPush({ ...sender, timeoutMs: 200 }, pushTo(subscription));

  expect(answer).toEqual({ kind: "unreachable", reason: "Timed out" });
  expect(service.deliveries).toHaveLength(1);
});

test("an answer that was given counts, even if the rest of the reply never comes", async ({
  service,
  sender,
}) => {
  const subscription = service.makeSubscription();
  service.answerWith(subscription.endpoint, { status: 201, body: "endless", isEndless: true });

  const answer = await sendPush({ ...sender, timeoutMs: 200 }, pushTo(subscription));

  expect(answer).toMatchObject({ kind: "accepted", statusCode: 201 });
});

test("one push service that hangs does not hold up another", async ({ service }) => {
  const hanging = await startFakePushService();
  const authorities = [service, hanging].map((one) => one.certificateAuthorityPem).join("");
  const hosts = [service.host, hanging.host];
  const sender = { ...senderTo(service), extraCertificateAuthority: authorities, allowedHosts: hosts };
  const stuck = hanging.makeSubscription();
  hanging.answerWith(stuck.endpoint, "hang");
  const waiting = Array.from({ length: 100 }, () => sendPush(sender, pushTo(stuck)));
  await hanging.waitForDelivery();

  const answer = await sendPush(sender, pushTo(service.makeSubscription()));
  const unanswered = await Promise.race([...waiting, Promise.resolve("still waiting")]);
  await hanging.stop();

  expect(answer.kind).toBe("accepted");
  expect(unanswered).toBe("still waiting");
  expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(["unreachable"]));
});

test("pushes to one service share a connection", async ({ service, sender }) => {
  const subscription = service.makeSubscription();

  await sendPush(sender, pushTo(subscription));
  await sendPush(sender, pushTo(subscription));

  expect(service.deliveries).toHaveLength(2);
  expect(service.connectionCount()).toBe(1);
});

test("a connection that the service closed meanwhile is replaced without failing the push", async ({
  service,
  sender,
}) => {
  const subscription = service.makeSubscription();
  await sendPush(sender, pushTo(subscription));
  service.answerWith(subscription.endpoint, "reset", { status: 201 });

  const answer = await sendPush(sender, pushTo(subscription));

  expect(answer.kind).toBe("accepted");
  expect(service.connectionCount()).toBe(2);
});

test("a service whose certificate nobody vouches for is never told anything", async ({ service }) => {
  const { extraCertificateAuthority: _, ...wary } = senderTo(service);

  const answer = await sendPush(wary, pushTo(service.makeSubscription()));

  expect(answer).toEqual({ kind: "unreachable", reason: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  expect(service.deliveries).toEqual([]);
});

test("a closed port and an unknown host are unreachable, not gone", async ({ service }) => {
  const { keys } = service.makeSubscription();
  const port = await closedPort();
  const lost = { ...senderTo(service), allowedHosts: [`127.0.0.1:${port}`, "push.invalid"] };

  const closed = await sendPush(lost, pushTo({ endpoint: `https://127.0.0.1:${port}/push/1`, keys }));
  const unknown = await sendPush(lost, pushTo({ endpoint: "https://push.invalid/push/1", keys }));

  expect(closed).toEqual({ kind: "unreachable", reason: "ECONNREFUSED" });
  expect(unknown).toEqual({ kind: "unreachable", reason: expect.stringMatching(/^E[A-Z_]+$/) });
});

test("nothing is sent to an address outside the list of push services", async ({ service, sender }) => {
  const elsewhere = { ...sender, allowedHosts: ["web.push.apple.com"] };

  const answer = await sendPush(elsewhere, pushTo(service.makeSubscription()));

  expect(answer).toEqual({
    kind: "refused",
    reason: "Not sent: the address is not on a known push service",
  });
  expect(service.deliveries).toEqual([]);
});

test("a subscription with broken keys is refused, and nothing is sent", async ({ service, sender }) => {
  const { endpoint } = service.makeSubscription();

  const answer = await sendPush(sender, pushTo({ endpoint, keys: { p256dh: "AAAA", auth: "AAAA" } }));

  expect(answer).toMatchObject({ kind: "refused", reason: expect.stringMatching(/^Not sent: .*p256dh/) });
  expect(service.deliveries).toEqual([]);
});

test("a subscription that belongs to another sender is refused with 403", async ({ service, sender }) => {
  const subscription = service.makeSubscription(webPush.generateVAPIDKeys().publicKey);

  const answer = await sendPush(sender, pushTo(subscription));

  expect(answer).toMatchObject({ kind: "refused", statusCode: 403 });
  expect(service.rejections).toMatchObject([{ status: 403 }]);
});

test("pushes about one alert share a topic that gives nothing away", () => {
  const topic = pushTopic("2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a11");

  expect(topic).toMatch(/^[0-9a-f]{32}$/);
  expect(pushTopic("2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a11")).toBe(topic);
  expect(pushTopic("2f0c6a52-7c9d-4c8e-9d1a-5b1f0e6d7a12")).not.toBe(topic);
});

function senderTo(service: FakePushService): PushSender {
  return {
    vapid,
    allowedHosts: [service.host],
    extraCertificateAuthority: service.certificateAuthorityPem,
    timeoutMs: 10_000,
  };
}

function pushTo(subscription: PushRequest["subscription"], changes: Partial<PushRequest> = {}): PushRequest {
  return {
    subscription,
    message,
    topic: pushTopic("alert-1"),
    ttlSeconds: 60,
    urgency: "high",
    ...changes,
  };
}

async function closedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
