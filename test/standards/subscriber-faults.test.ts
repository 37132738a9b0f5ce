import { expect } from "@playwright/test";
import { turnOffWebhook } from "@/server/domain/webhook/turn-off-webhook";
import { WebhookId } from "@/server/vocabulary/ids";
import type { CaseSystemReply } from "@/test/support/fake-case-system";
import { notifiedOf, saidTo, test } from "@/test/support/subscriber";

const second = 1 / 60;
const day = 24 * 60;

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
    const shown = await subscriber.stands(id);
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
    const shown = await subscriber.stands(id);
    expect.soft(shown, words).toMatchObject({ status: place < 2 ? "active" : "error" });
    expect.soft(shown.error, words).toContain(words);
  }
  const tries = system.received.slice(1);
  expect(new Set(tries.map(({ headers }) => headers["lantern-delivery"])).size).toBe(1);
  expect(saidTo(tries.at(-1))).toMatchObject({ status: "error" });

  system.answerWith({ status: 204 });
  await story.runs(day);
  expect(notifiedOf(system).slice(1 + tries.length)).toEqual([
    "event-notification 1",
    "event-notification 2",
  ]);
  expect(await subscriber.stands(id)).toMatchObject({ status: "active" });
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
  expect(saidTo(system.received.at(-1))).toMatchObject({
    "events-since-subscription-start": "2",
  });

  system.answerWith({ status: 410 });
  expect(await told(35)).toEqual(["heartbeat"]);
  expect(await told(day)).toEqual([]);
  expect(await subscriber.stands(id)).toMatchObject({ status: "off" });
  system.answerWith({ status: 204 });
  const again = await subscriber.subscribes({ heartbeatSeconds: 600 });
  await story.runs(day);
  await story.does(story.manager, day, (work) => turnOffWebhook(work, WebhookId.parse(again.id)));
  expect(await told(2 * day)).toEqual([]);
});
