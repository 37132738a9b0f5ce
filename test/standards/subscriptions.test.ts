import { expect } from "@playwright/test";
import { Client } from "fhir-kit-client";
import { z } from "zod";
import { backport } from "@/server/vocabulary/subscription";
import { startStandardsDoor } from "@/test/support/standards-door";
import { notifiedOf, saidIn, saidTo, test, withChannel, type Subscriber } from "@/test/support/subscriber";
import { isSignedWith } from "@/test/support/webhook-story";

const at = "http://localhost:3000/api/fhir/R4";

const Made = z.object({ id: z.string() });

/** The client of FHIR that was not written for Lantern, at the door at minute 0, with its authority's token. */
async function withClient(subscriber: Subscriber, does: (client: Client) => Promise<void>): Promise<void> {
  const door = await startStandardsDoor((request) => subscriber.answer(request, 0));
  try {
    await does(new Client({ baseUrl: `${door.origin}/api/fhir/R4`, bearerToken: subscriber.token }));
  } finally {
    await door.stop();
  }
}

test("a client of FHIR finds the topic, subscribes, reads its subscription back and ends it", async ({
  story,
  subscriber,
}) => {
  await withClient(subscriber, async (client) => {
    const { criteria } = subscriber.wants();
    const offers = [{ url: backport.topicOfServer, valueCanonical: criteria }];
    expect(JSON.stringify(await client.capabilityStatement())).toContain(JSON.stringify(offers));

    const made = await client.create({ resourceType: "Subscription", body: { ...subscriber.wants() } });
    const { id } = Made.parse(made);
    expect(made).toMatchObject({ status: "requested", criteria });
    await story.runs(0);
    const read = await client.read({ resourceType: "Subscription", id });
    expect(read).toMatchObject({ status: "active", channel: { endpoint: story.system.url } });
    expect(JSON.stringify(read)).not.toContain("Alex");
    expect(await client.search({ resourceType: "Subscription" })).toMatchObject({ total: 1 });

    await client.delete({ resourceType: "Subscription", id });
    expect(await client.read({ resourceType: "Subscription", id })).toMatchObject({ status: "off" });
    await story.attends(1);
    await story.runs(1);
    expect(notifiedOf(story.system)).toEqual(["handshake"]);
  });
});

test("a client of FHIR reads what it was told of, how its subscription stands, and what it has missed", async ({
  story,
  subscriber,
}) => {
  const { id } = await subscriber.subscribes();
  const alert = await story.attends(1);
  await story.runs(1);
  expect(notifiedOf(story.system)).toEqual(["handshake", "event-notification 1", "event-notification 2"]);

  await withClient(subscriber, async (client) => {
    const focus = saidTo(story.system.received[1])["focus"]?.split("/").at(-1) ?? "";
    expect(await client.read({ resourceType: "Communication", id: focus })).toMatchObject({
      status: "completed",
      statusReason: { coding: [{ code: "taken" }] },
      topic: { coding: [{ code: "raised" }] },
      subject: { identifier: { value: alert.nhsNumber } },
      sent: story.at(1).toISOString(),
      partOf: [{ identifier: { value: alert.reference } }],
      contained: [
        {
          name: "Ambulance",
          providedBy: { display: story.world.trust.name },
          telecom: [{ value: "07700 900123" }],
        },
      ],
    });

    const operation = { resourceType: "Subscription", id, method: "GET" } as const;
    expect(saidIn(await client.operation({ ...operation, name: "status" }))).toMatchObject({
      type: "query-status",
      status: "active",
      "events-since-subscription-start": "2",
    });
    const input = { eventsSinceNumber: "2" };
    expect(saidIn(await client.operation({ ...operation, name: "events", input }))).toMatchObject({
      type: "query-event",
      "event-number": "2",
    });
  });
});

test("what is pushed is signed, names nobody, and says no more than was asked for", async ({
  story,
  subscriber,
}) => {
  const { secret, id } = await subscriber.subscribes({
    content: "empty",
    authorization: "Basic bGVlZHM6eA==",
  });
  const { nhsNumber, reference, alertId } = await story.attends(1);
  await story.runs(1);

  const [handshake, raised] = story.system.received;
  for (const delivery of story.system.received) {
    expect(isSignedWith(secret, delivery)).toBe(true);
    expect(delivery.headers).toMatchObject({
      "content-type": "application/fhir+json",
      authorization: "Basic bGVlZHM6eA==",
    });
    for (const word of [nhsNumber, reference, alertId, story.world.trust.name, "Communication"])
      expect(delivery.body).not.toContain(word);
  }
  const subscription = `${at}/Subscription/${id}`;
  expect(saidTo(handshake)).toEqual({
    subscription,
    status: "requested",
    type: "handshake",
    "events-since-subscription-start": "0",
  });
  const bundle: unknown = JSON.parse(raised?.body ?? "null");
  expect(bundle).toMatchObject({
    type: "history",
    meta: { profile: [backport.notification] },
    entry: [{ request: { method: "GET", url: `${subscription}/$status` }, response: { status: "200" } }],
  });
  expect(saidIn(bundle)).toMatchObject({
    type: "event-notification",
    "event-number": "1",
    "events-since-subscription-start": "2",
    timestamp: story.at(1).toISOString(),
  });

  const asked: unknown = await (await subscriber.asks(`Subscription/${id}/$events?content=id-only`)).json();
  expect(String(saidIn(asked)["focus"])).toContain("/Communication/");
  const kept = JSON.stringify(await story.world.sql("select row_to_json(w) from webhook w"));
  expect(kept).not.toMatch(/bGVlZHM6eA|Alex/);
});

test("a subscription counts from its own beginning, beside a webhook that counts the authority's", async ({
  story,
  subscriber,
}) => {
  await story.isTold();
  await story.attends(1);
  await story.runs(1);
  const body = withChannel(subscriber.wants(), { endpoint: `${story.system.url}/fhir` });
  expect((await subscriber.asks("Subscription", { method: "POST", body, minutes: 2 })).status).toBe(201);
  await story.runs(2);
  await story.attends(3);
  await story.runs(3);

  const toSubscriber = story.system.received.filter(({ path }) => path.endsWith("/fhir"));
  const said = toSubscriber.map(saidTo);
  expect(said.map((one) => one["event-number"])).toEqual([undefined, "1", "2"]);
  expect(said.at(-1)).toMatchObject({ "events-since-subscription-start": "2" });
});
