import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";
import { afterAnswer } from "@/server/domain/webhook/after-answer";
import { readAddress } from "@/server/domain/webhook/read-address";
import { signDelivery } from "@/server/domain/webhook/sign-delivery";
import { makeSecret, openSecret, sealSecret } from "@/server/domain/webhook/webhook-secret";
import { isLoopbackAddress, isPublicAddress } from "@/server/gateways/public-address";
import { readWebhookAnswer } from "@/server/gateways/webhook-answer";
import { WebhookDeliveryId, WebhookId } from "@/server/vocabulary/ids";
import { toldEventKinds } from "@/server/vocabulary/webhook";
import { test } from "@/test/support/database";

const now = new Date("2026-11-23T21:14:00Z");
const failed = { kind: "failed", reason: "It answered 500.", isSilent: false } as const;
const taken = { kind: "taken" } as const;
const gone = { kind: "gone", reason: "It answered 410: it is gone for good." } as const;

const standings = [
  ["active", 0, taken, "active", 0, undefined],
  ["requested", 0, taken, "active", 0, undefined],
  ["error", 40, taken, "active", 0, undefined],
  ["active", 0, failed, "active", 1, 5],
  ["active", 1, failed, "active", 2, 30],
  ["active", 2, failed, "error", 3, 120],
  ["error", 3, failed, "error", 4, 600],
  ["error", 4, failed, "error", 5, 1_800],
  ["error", 5, failed, "error", 6, 3_600],
  ["error", 900, failed, "error", 901, 3_600],
  ["requested", 9, failed, "requested", 10, 3_600],
  // Never sooner than it asks, and never later than an hour.
  ["active", 0, { ...failed, retryAfterSeconds: 60 }, "active", 1, 60],
  ["error", 5, { ...failed, retryAfterSeconds: 60 }, "error", 6, 3_600],
  ["active", 0, { ...failed, retryAfterSeconds: 86_400 }, "active", 1, 3_600],
  ["active", 0, gone, "off", 0, undefined],
  ["error", 5, gone, "off", 5, undefined],
  // Somebody turned it off while the delivery was on its way.
  ["off", 2, taken, "off", 2, undefined],
  ["off", 2, failed, "off", 2, undefined],
] as const;

test("an address stands after each answer as the table says", () => {
  for (const [state, failures, answer, newState, newFailures, seconds] of standings) {
    const retryAt = seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1_000);
    expect
      .soft(afterAnswer({ state, failures }, answer, now), `${state} ${String(failures)} ${answer.kind}`)
      .toEqual({ state: newState, failures: newFailures, retryAt });
  }
});

const html = "text/html; charset=utf-8";
const replies = [
  [204, undefined, false, "taken", ""],
  [200, html, false, "taken", ""],
  [200, "application/json", true, "taken", ""],
  [202, "application/problem+json; charset=utf-8", true, "taken", ""],
  [
    200,
    html,
    true,
    "failed",
    "It answered 200 with something that is not JSON, perhaps the page of a proxy.",
  ],
  [
    200,
    undefined,
    true,
    "failed",
    "It answered 200 with something that is not JSON, perhaps the page of a proxy.",
  ],
  [
    200,
    "text/x-application/json",
    true,
    "failed",
    "It answered 200 with something that is not JSON, perhaps the page of a proxy.",
  ],
  [
    301,
    undefined,
    false,
    "failed",
    "It answered 301 and leads elsewhere. Lantern does not follow; enter the right address.",
  ],
  [
    307,
    "application/json",
    true,
    "failed",
    "It answered 307 and leads elsewhere. Lantern does not follow; enter the right address.",
  ],
  [400, undefined, false, "failed", "It answered 400."],
  [404, undefined, false, "failed", "It answered 404."],
  [410, html, true, "gone", "It answered 410: it is gone for good."],
  [500, "application/json", true, "failed", "It answered 500."],
] as const;

test("a delivery is taken by 2xx with nothing or with JSON, and by nothing else", () => {
  for (const [statusCode, contentType, hasBody, kind, reason] of replies) {
    const answer = readWebhookAnswer({ statusCode, contentType, hasBody, retryAfter: undefined }, now);
    const what = `${String(statusCode)} ${contentType ?? "no type"}`;
    expect.soft({ reason: "", ...answer }, what).toMatchObject({ kind, reason });
  }
  const busy = { statusCode: 503, contentType: undefined, hasBody: false, retryAfter: "120" };
  expect(readWebhookAnswer(busy, now)).toMatchObject({ kind: "failed", retryAfterSeconds: 120 });
});

const closed = [
  ..."0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255".split(" "),
  ..."192.168.1.1 192.0.2.7 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255".split(" "),
  ..."::1 :: fe80::1 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1".split(" "),
  ..."2002:7f00:1::1 2001::1 2001:db8::1 localhost 127.1".split(" "),
  "",
];
const open = ["8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111", "2a00:23c0::1"];

test("addresses inside private networks are told from those of the public internet", () => {
  for (const address of closed) expect.soft(isPublicAddress(address), address).toBe(false);
  for (const address of open) expect.soft(isPublicAddress(address), address).toBe(true);
  for (const address of ["127.0.0.1", "127.9.9.9", "::1"])
    expect.soft(isLoopbackAddress(address), address).toBe(true);
  for (const address of ["128.0.0.1", "10.0.0.1", "::2", "localhost"])
    expect.soft(isLoopbackAddress(address), address).toBe(false);
});

const hosts = ["cases.example", "127.0.0.1:4321"];
const notHttps = "Enter an address that begins with https://.";
const typed = [
  ["https://cases.example/lantern", true, "https://cases.example/lantern"],
  ["https://CASES.example:443/a?b=c#d", true, "https://cases.example/a?b=c"],
  ["https://leeds.cases.example/", true, "https://leeds.cases.example/"],
  ["cases.example", false, notHttps],
  ["http://cases.example/", false, notHttps],
  ["http://127.0.0.1:4321/", false, notHttps],
  ["ftp://cases.example/", false, notHttps],
  [
    "https://me:secret@cases.example/",
    false,
    "Leave name and password out of the address: every delivery is signed.",
  ],
  [
    "https://notcases.example/",
    false,
    "Lantern may not send to notcases.example. Ask those who run this service to add it to WEBHOOK_HOSTS.",
  ],
  [
    "https://cases.example:8443/",
    false,
    "Lantern may not send to cases.example:8443. Ask those who run this service to add it to WEBHOOK_HOSTS.",
  ],
] as const;

test("an address is https on a listed host, and what is wrong with another is said", () => {
  const read = (address: string, allowsLoopback = false) =>
    readAddress(address, { hosts, allowsLoopback }).address;
  for (const [address, isGood, words] of typed) {
    if (isGood) expect.soft(read(address), address).toBe(words);
    else expect.soft(() => read(address), address).toThrow(words);
  }
  expect(read("http://127.0.0.1:4321/", true)).toBe("http://127.0.0.1:4321/");
  expect(() => readAddress("https://cases.example/", { hosts: [], allowsLoopback: false })).toThrow(
    "WEBHOOK_HOSTS",
  );
});

test("a delivery is signed over its time and its body under each secret, the same delivery at every try", () => {
  const deliveryId = WebhookDeliveryId.parse("0199c0de-0000-7000-8000-000000000001");
  const headers = signDelivery({ deliveryId, body: "{}", secrets: ["new", "old"] }, now);
  const under = (secret: string) =>
    `v1=${createHmac("sha256", secret).update("1795468440.{}").digest("hex")}`;

  expect(headers).toEqual({
    "Content-Type": "application/json",
    "User-Agent": "Lantern",
    "Lantern-Delivery": deliveryId,
    "Lantern-Timestamp": "1795468440",
    "Lantern-Signature": `${under("new")},${under("old")}`,
  });
});

const Receiver = z.object({
  isFromLantern: z.custom<(received: Readonly<Record<string, unknown>>) => boolean>(
    (value) => typeof value === "function",
  ),
});

test("the receiver of docs/integrating.md takes what is signed, and neither what was changed nor what is old", async () => {
  const document = readFileSync("docs/integrating.md", "utf8");
  const [, script = ""] = /^```js\n(.*?)^```$/ms.exec(document) ?? [];
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  const { isFromLantern } = Receiver.parse({ ...Object(module) });
  const deliveryId = WebhookDeliveryId.parse("0199c0de-0000-7000-8000-000000000001");
  const headers = signDelivery({ deliveryId, body: "{}", secrets: ["new", "old"] }, now);
  const good = {
    timestamp: headers["Lantern-Timestamp"],
    signature: headers["Lantern-Signature"],
    body: "{}",
    secret: "old",
    now: 1_795_468_500,
  };

  expect([isFromLantern(good), isFromLantern({ ...good, secret: "new" })]).toEqual([true, true]);
  for (const change of [{ secret: "x" }, { body: "[]" }, { timestamp: "1795468441" }, { now: 1_795_468_741 }])
    expect.soft(isFromLantern({ ...good, ...change }), JSON.stringify(change)).toBe(false);
});

test("a secret opens in its own row only", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  const [own, other] = ["a", "b"].map((end) => WebhookId.parse(`0199c0de-0000-7000-8000-00000000000${end}`));
  const secret = makeSecret();
  if (own === undefined || other === undefined) throw new Error("two ids are needed");
  const kept = sealSecret(secret, own, key);

  expect(openSecret(kept, own, key)).toBe(secret);
  expect(() => openSecret(kept, other, key)).toThrow();
  expect(Buffer.from(kept).toString("latin1")).not.toContain(secret);
  expect(makeSecret()).not.toBe(secret);
});

test("the database notes just what the service says that it tells", async ({ database }) => {
  const rows = await runSql(
    database.ownerUrl,
    "select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'note_for_webhooks'",
  );
  const words = [...JSON.stringify(rows).matchAll(/'([a-z-]+)'/g)].map(([, word]) => word);

  expect(words.toSorted()).toEqual([...toldEventKinds].toSorted());
});
