import { expect } from "@playwright/test";
import type { Bundle, CapabilityStatement, Communication, OperationOutcome, Subscription } from "fhir/r4";
import { Client } from "fhir-kit-client";
import { readSubscription } from "@/server/standards/fhir/notify/read-subscription";
import { turnOffWebhook } from "@/server/domain/webhook/turn-off-webhook";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { WebhookId } from "@/server/vocabulary/ids";
import { backport } from "@/server/vocabulary/subscription";
import type { CaseSystemReply } from "@/test/support/fake-case-system";
import { makeFeedToken } from "@/test/support/make-feed";
import { startStandardsDoor } from "@/test/support/standards-door";
import { notifiedOf, saidIn, saidInStatus, test, type Subscriber } from "@/test/support/subscriber";
import { isSignedWith, type WebhookStory } from "@/test/support/webhook-story";

const second = 1 / 60;
const day = 24 * 60;
const at = "http://localhost:3000/api/fhir/R4";

test("a client of FHIR subscribes, is told by number, reads the notice, and ends it", async ({
  story,
  subscriber,
}) => {
  const door = await startStandardsDoor((request) => subscriber.answer(request, 0));
  const client = new Client({ baseUrl: `${door.origin}/api/fhir/R4`, bearerToken: subscriber.token });
  try {
    const { rest } = (await client.capabilityStatement()) as CapabilityStatement;
    const offered = rest?.[0]?.resource?.find(({ type }) => type === "Subscription");
    expect(offered?.extension?.[0]).toEqual({
      url: backport.topicOfServer,
      valueCanonical: subscriber.wants().criteria,
    });

    const made = await client.create({ resourceType: "Subscription", body: { ...subscriber.wants() } });
    const { id = "" } = made as Subscription;
    const { status, headers } = Client.httpFor(made).response;
    expect([status, headers.get("location")]).toEqual([201, `${at}/Subscription/${id}`]);
    expect(made).toMatchObject({ status: "requested", criteria: subscriber.wants().criteria });
    await story.runs(0);
    const alert = await story.attends(1);
    await story.runs(1);

    expect(notifiedOf(story.system)).toEqual(["handshake", "event-notification 1", "event-notification 2"]);
    const read = (await client.read({ resourceType: "Subscription", id })) as Subscription;
    expect(read).toMatchObject({ status: "active", channel: { endpoint: story.system.url } });
    expect(JSON.stringify(read)).not.toContain("Alex");
    expect(await client.search({ resourceType: "Subscription" })).toMatchObject({ total: 1 });

    const told = saidIn(JSON.parse(story.system.received[1]?.body ?? "") as Bundle);
    const focus = String(told["focus"]).split("/").at(-1) ?? "";
    const notice = (await client.read({ resourceType: "Communication", id: focus })) as Communication;
    expect(notice).toMatchObject({
      status: "completed",
      subject: { identifier: { value: alert.nhsNumber } },
      sent: story.at(1).toISOString(),
      contained: [
        {
          name: "Ambulance",
          providedBy: { display: story.world.trust.name },
          telecom: [{ value: "07700 900123" }],
        },
      ],
    });

    const status$ = { name: "status", resourceType: "Subscription", id, method: "GET" } as const;
    const stands = (await client.operation(status$)) as Bundle;
    const [entry] = stands.entry ?? [];
    expect(entry?.resource?.resourceType === "Parameters" && saidInStatus(entry.resource)).toMatchObject({
      type: "query-status",
      status: "active",
      "events-since-subscription-start": "2",
    });
    const missed = (await client.operation({
      ...status$,
      name: "events",
      input: { eventsSinceNumber: "2" },
    })) as Bundle;
    expect([missed.type, saidIn(missed)]).toMatchObject([
      "history",
      { type: "query-event", "event-number": "2" },
    ]);

    await client.delete({ resourceType: "Subscription", id });
    expect(await client.read({ resourceType: "Subscription", id })).toMatchObject({ status: "off" });
    await story.attends(3);
    await story.runs(3);
    expect(story.system.received).toHaveLength(3);
  } finally {
    await door.stop();
  }
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
  expect(saidIn(JSON.parse(handshake?.body ?? "") as Bundle)).toEqual({
    subscription,
    status: "requested",
    type: "handshake",
    "events-since-subscription-start": "0",
  });
  const bundle = JSON.parse(raised?.body ?? "") as Bundle;
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
  expect(bundle.entry).toHaveLength(1);

  const asked = await (await subscriber.asks(`Subscription/${id}/$events?content=id-only`)).json();
  expect(String(saidIn(asked as Bundle)["focus"])).toContain("/Communication/");
  const kept = JSON.stringify(await story.world.sql("select row_to_json(w) from webhook w"));
  expect(kept).not.toMatch(/bGVlZHM6eA|Alex/);
});

const failures: readonly { readonly reply: CaseSystemReply; readonly words: string }[] = [
  { reply: "hang", words: "It did not answer in time." },
  { reply: { status: 302, headers: { Location: "http://127.0.0.1:1/" } }, words: "leads elsewhere" },
  {
    reply: { status: 200, headers: { "Content-Type": "text/html" }, body: "<title>Sign in</title>" },
    words: "not JSON",
  },
  { reply: { status: 503 }, words: "It answered 503." },
];

test("a handshake that is not taken comes again until it is, and nothing is lost meanwhile", async ({
  story,
  subscriber,
}) => {
  const { system } = story;
  const waits = [0, 5 * second, 35 * second, 155 * second];
  system.answerWith({ status: 503 });
  const { id } = await subscriber.subscribes();
  await story.attends(0);
  for (const [place, { reply, words }] of failures.entries()) {
    system.answerWith(reply);
    await story.runs(waits[place] ?? 0);
    const shown = (await (await subscriber.asks(`Subscription/${id}`)).json()) as Subscription;
    expect.soft(shown.status, words).toBe("requested");
    if (place > 0) expect.soft(shown.error).toContain(words);
  }
  expect(new Set(notifiedOf(system))).toEqual(new Set(["handshake"]));

  const before = system.received.length;
  system.answerWith({ status: 200, headers: { "Content-Type": "application/fhir+json" }, body: "{}" });
  await story.runs(60);
  expect(notifiedOf(system).slice(before)).toEqual([
    "handshake",
    "event-notification 1",
    "event-notification 2",
  ]);
});

test("a subscriber that hangs, redirects, answers a page or is down is in error, and has all when it is back", async ({
  story,
  subscriber,
}) => {
  const { system } = story;
  const { id } = await subscriber.subscribes();
  await story.attends(1);
  const times = [1, 1 + 5 * second, 1 + 35 * second, 1 + 155 * second];
  for (const [place, { reply, words }] of failures.entries()) {
    system.answerWith(reply);
    await story.runs(times[place] ?? 0);
    const shown = (await (await subscriber.asks(`Subscription/${id}`)).json()) as Subscription;
    expect.soft(shown, words).toMatchObject({ status: place < 2 ? "active" : "error" });
    expect.soft(shown.error, words).toContain(words);
  }
  const tries = system.received.slice(1);
  expect(new Set(tries.map(({ headers }) => headers["lantern-delivery"])).size).toBe(1);
  expect(saidIn(JSON.parse(tries.at(-1)?.body ?? "") as Bundle)).toMatchObject({ status: "error" });

  system.answerWith({ status: 204 });
  await story.runs(day);
  expect(notifiedOf(system).slice(1 + tries.length)).toEqual([
    "event-notification 1",
    "event-notification 2",
  ]);
  expect(await (await subscriber.asks(`Subscription/${id}`)).json()).toMatchObject({ status: "active" });
});

test("a subscriber that asked for it is told when nothing happens, and 410 or a person ends it", async ({
  story,
  subscriber,
}) => {
  const { system } = story;
  const { id } = await subscriber.subscribes({ heartbeatSeconds: 600 });
  const told = async (minutes: number) => {
    const before = system.received.length;
    await story.runs(minutes);
    return notifiedOf(system).slice(before);
  };
  expect(await told(9)).toEqual([]);
  expect(await told(10)).toEqual(["heartbeat"]);
  await story.attends(15);
  expect(await told(15)).toEqual(["event-notification 1", "event-notification 2"]);
  // Whatever is taken is a sign of life.
  expect(await told(24)).toEqual([]);
  expect(await told(25)).toEqual(["heartbeat"]);
  expect(saidIn(JSON.parse(system.received.at(-1)?.body ?? "") as Bundle)).toMatchObject({
    "events-since-subscription-start": "2",
  });

  system.answerWith({ status: 410 });
  expect(await told(35)).toEqual(["heartbeat"]);
  expect(await told(day)).toEqual([]);
  expect(await (await subscriber.asks(`Subscription/${id}`)).json()).toMatchObject({ status: "off" });
  system.answerWith({ status: 204 });
  const again = await subscriber.subscribes({ heartbeatSeconds: 600 });
  await story.runs(day);
  await story.does(story.manager, day, (work) => turnOffWebhook(work, WebhookId.parse(again.id)));
  expect(await told(2 * day)).toEqual([]);
});

const wanted = (change: (asked: Subscription) => unknown, words: string) => ({ change, words });
const channelOf = (asked: Subscription, change: object) => ({
  ...asked,
  channel: { ...asked.channel, ...change },
});
const refused = [
  wanted((asked) => ({ ...asked, criteria: "Encounter?status=arrived" }), "criteria has to be the topic"),
  wanted((asked) => ({ ...asked, _criteria: undefined }), "one backport-filter-criteria"),
  wanted((asked) => ({ ...asked, status: "active" }), "status has to be requested"),
  wanted((asked) => ({ ...asked, end: "2027-01-01T00:00:00Z" }), "Leave out of the Subscription"),
  wanted((asked) => channelOf(asked, { type: "websocket" }), "channel.type has to be rest-hook."),
  wanted((asked) => channelOf(asked, { payload: "application/fhir+xml" }), "application/fhir+json"),
  wanted(
    (asked) =>
      channelOf(asked, { _payload: { extension: [{ url: backport.content, valueCode: "full-resource" }] } }),
    "who it is about is never pushed",
  ),
  wanted((asked) => channelOf(asked, { _payload: undefined }), "empty or id-only"),
  wanted((asked) => channelOf(asked, { header: ["X-Child: 1"] }), "channel.header takes one header"),
  wanted((asked) => channelOf(asked, { header: ["Authorization: a\r\nX: b"] }), "channel.header"),
  wanted(
    (asked) => channelOf(asked, { header: ["Authorization: a", "Authorization: b"] }),
    "channel.header takes one header",
  ),
  wanted(
    (asked) => channelOf(asked, { extension: [{ url: backport.heartbeat, valueUnsignedInt: 1 }] }),
    "from 60 to 86400",
  ),
  wanted((asked) => channelOf(asked, { extension: [{ url: "urn:x", valueUnsignedInt: 90 }] }), "heartbeat"),
  wanted((asked) => channelOf(asked, { endpoint: undefined }), "channel.endpoint"),
  wanted(() => ({ resourceType: "Patient" }), "Send a Subscription."),
  wanted(() => undefined, "the Subscription is missing or no object."),
];

test("each refusal says in plain words what to send, and an authority is told where it may be told, once", async ({
  story,
  subscriber,
}) => {
  const expected = { base: fhirBase(story.service.configuration), authorityCode: story.world.authority.code };
  for (const { change, words } of refused) {
    const read = readSubscription(JSON.parse(JSON.stringify(change(subscriber.wants()) ?? null)), expected);
    expect.soft(read.ok ? "taken" : read.words, words).toContain(words);
  }
  const posts = async (body: unknown) => {
    const response = await subscriber.asks("Subscription", { method: "POST", body });
    const outcome = (await response.json()) as OperationOutcome;
    return `${String(response.status)} ${outcome.issue[0]?.diagnostics ?? ""}`;
  };
  const endpoint = (to: string) => channelOf(subscriber.wants(), { endpoint: to });
  await subscriber.subscribes();
  for (const [body, words] of [
    [subscriber.wants({ authority: story.other.authority.code }), "400 _criteria has to have one"],
    [endpoint("https://elsewhere.example/x"), "400 Lantern may not send to elsewhere.example."],
    [endpoint("https://leeds:secret@127.0.0.1/"), "400 Leave name and password out"],
    [subscriber.wants(), "409 This address is there already."],
  ] as const)
    expect.soft(await posts(body)).toContain(words);
});

const closed = [
  ["GET", "Subscription", 200],
  ["GET", "Subscription?status=active", 400],
  ["PUT", "Subscription/{id}", 405],
  ["HEAD", "Subscription/{id}", 405],
  ["GET", "Subscription/not-an-id", 404],
  ["GET", "Subscription/00000000-0000-4000-8000-000000000000", 404],
  ["GET", "Subscription/{id}/$everything", 404],
  ["POST", "Subscription/{id}/$events", 405],
  ["GET", "Subscription/{id}/$events?content=full-resource", 400],
  ["GET", "Subscription/{id}/$events?eventsSinceNumber=0", 400],
  ["GET", "Subscription/{id}/$events?eventsSinceNumber=1&eventsSinceNumber=2", 400],
  ["GET", "Communication/{notice}", 200],
  ["HEAD", "Communication/{notice}", 405],
  ["PATCH", "Communication/{notice}", 405],
  ["GET", "Communication/not-an-id", 404],
] as const;

async function noticeOf(story: WebhookStory): Promise<string> {
  const [row] = await story.world.sql("select alert_event_id as id from webhook_event where number = 1");
  return String(row?.["id"]);
}

async function statusesOf(
  subscriber: Subscriber,
  places: { readonly id: string; readonly notice: string },
  bearer?: string,
) {
  const statuses = [];
  for (const [method, path] of closed) {
    const to = path.replace("{id}", places.id).replace("{notice}", places.notice);
    const body = method === "POST" ? {} : undefined;
    const asking = { method, minutes: 2, ...(body && { body }), ...(bearer !== undefined && { bearer }) };
    const response = await subscriber.asks(to, asking);
    statuses.push([method, path, response.status]);
  }
  return statuses;
}

test("an authority's system reaches its own subscriptions and notices, and each reading and refusal is on record", async ({
  story,
  subscriber,
}) => {
  const { id } = await subscriber.subscribes();
  const { nhsNumber } = await story.attends(1);
  await story.runs(1);
  const places = { id, notice: await noticeOf(story) };

  expect(await statusesOf(subscriber, places)).toEqual(closed);
  const foreign = await statusesOf(subscriber, places, await makeFeedToken(story.other));
  expect(foreign.filter(([, path, status]) => String(path).includes("{") && status === 200)).toEqual([]);
  const unknown = await statusesOf(subscriber, places, "guessed");
  expect(new Set(unknown.map(([, , status]) => status))).toEqual(new Set([401]));
  expect(
    await story.world.sql(
      `select detail, trim(nhs_number) as number, organisation_id = $1 as own from audit
       where action in ('notice:read', 'webhook:manage') and outcome = 'done' order by id`,
      [story.world.authority.id],
    ),
  ).toEqual([
    { detail: "subscribed", number: null, own: true },
    { detail: null, number: nhsNumber, own: true },
  ]);
  const [{ count } = {}] = await story.world.sql(
    "select count(*)::int as count from audit where action = 'notice:read' and outcome = 'refused'",
  );
  expect(count).toBeGreaterThan(4);
});

test("a subscription counts from its own beginning, beside a webhook that counts the authority's", async ({
  story,
  subscriber,
}) => {
  await story.isTold();
  await story.attends(1);
  await story.runs(1);
  const body = channelOf(subscriber.wants(), { endpoint: `${story.system.url}/fhir` });
  expect((await subscriber.asks("Subscription", { method: "POST", body, minutes: 2 })).status).toBe(201);
  await story.runs(2);
  await story.attends(3);
  await story.runs(3);

  const toSubscriber = story.system.received.filter(({ path }) => path.endsWith("/fhir"));
  const said = toSubscriber.map((delivery) => saidIn(JSON.parse(delivery.body) as Bundle));
  expect(said.map((one) => one["event-number"])).toEqual([undefined, "1", "2"]);
  expect(said.at(-1)).toMatchObject({ "events-since-subscription-start": "2" });
});
