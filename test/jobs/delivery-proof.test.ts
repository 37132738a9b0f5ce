import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import webPush from "web-push";
import { openPush, syntheticSubscription } from "@/server/domain/push/synthetic-device";
import { sendPush } from "@/server/gateways/web-push";
import { proofDoor } from "@/server/vocabulary/delivery-proof";
import { ProofId } from "@/server/vocabulary/ids";
import { test } from "@/test/support/proof-story";

test("every minute a push of the service to itself arrives, is read and is on record", async ({ story }) => {
  await story.workAt(0);
  await story.workAt(0.5);
  await story.workAt(1);

  expect(await story.proofs()).toEqual(["proven", "proven"]);
  expect(story.received[0]?.headers.get("content-encoding")).toBe("aes128gcm");
  expect(story.received[0]?.headers.get("authorization")).toMatch(/^vapid t=/);
  expect(await story.deliveryAt(1.2)).toMatchObject({
    isSilent: false,
    line: "last proven delivery 12 s ago",
    failure: undefined,
  });
  expect(await story.world.sql("select 1 from outbox")).toEqual([]);
});

test("while the web is down the reason is on record, and the next minute tries again", async ({ story }) => {
  await story.webGoesDown();
  await story.workAt(0);
  const down = await story.deliveryAt(0.1);
  await story.webIsUp();
  await story.workAt(1);

  expect(down).toMatchObject({
    isSilent: true,
    line: "no delivery proven in the last day",
    failure: "The service could not reach its own address (ECONNREFUSED).",
  });
  expect(await story.proofs()).toEqual([down.failure, "proven"]);
  expect(await story.deliveryAt(1)).toMatchObject({ isSilent: false, failure: undefined });
});

test("three minutes without a proof are silence, and the first proof ends it", async ({ story }) => {
  await story.workAt(0);
  await story.webGoesDown();
  for (const minute of [1, 2, 3]) await story.workAt(minute);

  expect(await story.deliveryAt(3)).toMatchObject({
    isSilent: false,
    line: "last proven delivery 180 s ago",
  });
  expect(await story.deliveryAt(3.1)).toMatchObject({
    isSilent: true,
    line: "last proven delivery 186 s ago",
    failure: "The service could not reach its own address (ECONNREFUSED).",
  });
  await story.webIsUp();
  await story.workAt(4);
  expect(await story.deliveryAt(4)).toMatchObject({ isSilent: false });
});

const settingsApart = [
  [{ DEVICE_KEY: Buffer.alloc(32, 8).toString("base64") }, "HTTP 400: Not readable: compare DEVICE_KEY"],
  [{ VAPID_PUBLIC_KEY: "B".repeat(87) }, "HTTP 403: Not signed by this service: compare VAPID keys"],
  [{ PROOF_URL: "http://localhost:1" }, "HTTP 403: Not signed by this service"],
] as const;
for (const [change, reason] of settingsApart) {
  test(`a web with another ${Object.keys(change).join()} than the worker proves nothing, and says what to compare`, async ({
    story,
  }) => {
    await story.webIsUp(change);
    await story.workAt(0);

    expect(await story.proofs()).toEqual([expect.stringContaining(reason)]);
    expect((await story.deliveryAt(0)).isSilent).toBe(true);
  });
}

test("a token that has expired proves nothing", async ({ story }) => {
  await story.workAt(13 * 60);

  expect(await story.proofs()).toEqual([expect.stringContaining("HTTP 403")]);
});

test("an address that takes everything, and is not the service, proves nothing", async ({ story }) => {
  await story.somethingElseIsUp(() => new Response("Welcome", { status: 200 }));
  await story.workAt(0);

  expect(await story.proofs()).toEqual([
    "The service's own address took the push, but it did not come to this service.",
  ]);
});

test("what has been proven can be sent again, and changes nothing", async ({ story }) => {
  await story.workAt(0);
  const before = await story.world.sql("select * from delivery_proof");

  expect(await story.sendAgain()).toBe(201);
  expect(await story.world.sql("select * from delivery_proof")).toEqual(before);
});

test("the door turns down what nobody began, what it cannot read and what we did not sign", async ({
  story,
}) => {
  await story.workAt(0);
  await story.world.sql("delete from delivery_proof");

  expect(await story.sendAgain()).toBe(400);
  expect(await story.sendAgain({ body: "x".repeat(200) })).toBe(400);
  expect(await story.sendAgain({ body: "x".repeat(4_097) })).toBe(400);
  expect(await story.sendAgain({ body: "" })).toBe(400);
  expect(await story.sendAgain({ authorization: "vapid t=a.b.c, k=d" })).toBe(403);
  expect(await story.sendAgain({ authorization: "Bearer token" })).toBe(403);
  expect(await story.proofs()).toEqual([]);
});

test("only a day of proofs is kept, the newest", async ({ story }) => {
  await story.world.sql(
    `insert into delivery_proof (begun_at, proven_at)
     select $1::timestamptz - place * interval '1 minute', $1 from generate_series(1, 2000) place`,
    [story.at(0)],
  );

  await story.workAt(0);

  const [kept] = await story.world.sql(
    "select count(*)::int as count, min(begun_at) as oldest from delivery_proof",
  );
  expect(kept).toEqual({ count: 1_440, oldest: story.at(-1_439) });
});

test("only a proof may go to the service's own address, and a proof goes nowhere else", async ({ story }) => {
  const { sender, configuration } = story.service;
  const push = { message: { proof: ProofId.parse(randomUUID()) }, topic: "proof", ttlSeconds: 0 } as const;
  const send = (endpoint: string, own: { toOwnDoor?: true }) =>
    sendPush(sender, {
      ...push,
      ...own,
      subscription: syntheticSubscription(endpoint, configuration.DEVICE_KEY),
      urgency: "high",
    });

  expect(await send(story.door, {})).toMatchObject({ kind: "refused" });
  expect(await send(`${story.door}/more`, { toOwnDoor: true })).toMatchObject({ kind: "refused" });
  expect(await send("https://fcm.googleapis.com/send/1", { toOwnDoor: true })).toMatchObject({
    kind: "refused",
  });
  expect(story.received).toEqual([]);
});

const addresses = [
  [{ NEXTAUTH_URL: "https://lantern.example" }, "https://lantern.example/api/push/proofs"],
  [{ NEXTAUTH_URL: "http://localhost:3000" }, "http://localhost:3000/api/push/proofs"],
  [{ NEXTAUTH_URL: "http://lantern.example" }, undefined],
  [
    { NEXTAUTH_URL: "https://lantern.example", PROOF_URL: "https://web.example" },
    "https://web.example/api/push/proofs",
  ],
  [{ NEXTAUTH_URL: "https://lantern.example", PROOF_URL: "http://localhost:3000" }, undefined],
  [{ NEXTAUTH_URL: "http://localhost:3000", PROOF_URL: "http://web.example" }, undefined],
  [{ NEXTAUTH_URL: "https://somebody:secret@lantern.example" }, undefined],
] as const;
for (const [settings, door] of addresses) {
  test(`with ${JSON.stringify(settings)} the service pushes to ${door ?? "nobody"}`, () => {
    expect(proofDoor(settings)).toBe(door);
  });
}

test("an http address that is no laptop's is not pushed to, and the proof says so", async ({ story }) => {
  const { ownDoor: _, ...sender } = story.service.sender;
  await story.workAt(0, { ...story.service, sender });

  expect(await story.proofs()).toEqual([
    "The service's own address did not take the push (its address is not https).",
  ]);
});

test("the synthetic phone has the same keys on every machine, and opens what is sealed for it alone", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  const other = Buffer.alloc(32, 8).toString("base64");
  const { keys } = syntheticSubscription("https://lantern.example/api/push/proofs", key);
  const { cipherText } = webPush.encrypt(keys.p256dh, keys.auth, "for us", "aes128gcm");

  expect(openPush(cipherText, key).toString()).toBe("for us");
  expect(() => openPush(cipherText, other)).toThrow();
  expect(syntheticSubscription("https://lantern.example/", key).keys).toEqual(keys);
});
