import { expect } from "@playwright/test";
import type { OperationOutcome, Subscription } from "fhir/r4";
import { readSubscription } from "@/server/standards/fhir/notify/read-subscription";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { backport } from "@/server/vocabulary/subscription";
import { makeFeedToken } from "@/test/support/make-feed";
import { test, withChannel, type Subscriber } from "@/test/support/subscriber";
import type { WebhookStory } from "@/test/support/webhook-story";

const wanted = (change: (asked: Subscription) => unknown, words: string) => ({ change, words });
const refused = [
  wanted((asked) => ({ ...asked, criteria: "Encounter?status=arrived" }), "criteria has to be the topic"),
  wanted((asked) => ({ ...asked, _criteria: undefined }), "one backport-filter-criteria"),
  wanted((asked) => ({ ...asked, status: "active" }), "status has to be requested"),
  wanted((asked) => ({ ...asked, end: "2027-01-01T00:00:00Z" }), "Leave out of the Subscription"),
  wanted((asked) => withChannel(asked, { type: "websocket" }), "channel.type has to be rest-hook."),
  wanted((asked) => withChannel(asked, { payload: "application/fhir+xml" }), "application/fhir+json"),
  wanted(
    (asked) =>
      withChannel(asked, {
        _payload: { extension: [{ url: backport.content, valueCode: "full-resource" }] },
      }),
    "who it is about is never pushed",
  ),
  wanted((asked) => withChannel(asked, { _payload: undefined }), "empty or id-only"),
  wanted((asked) => withChannel(asked, { header: ["X-Child: 1"] }), "channel.header takes one header"),
  wanted((asked) => withChannel(asked, { header: ["Authorization: a\r\nX: b"] }), "channel.header"),
  wanted(
    (asked) => withChannel(asked, { header: ["Authorization: a", "Authorization: b"] }),
    "channel.header takes one header",
  ),
  wanted(
    (asked) => withChannel(asked, { extension: [{ url: backport.heartbeat, valueUnsignedInt: 1 }] }),
    "from 60 to 86400",
  ),
  wanted((asked) => withChannel(asked, { extension: [{ url: "urn:x", valueUnsignedInt: 90 }] }), "heartbeat"),
  wanted((asked) => withChannel(asked, { endpoint: undefined }), "channel.endpoint"),
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
  const endpoint = (to: string) => withChannel(subscriber.wants(), { endpoint: to });
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
