import { expect } from "@playwright/test";
import { z } from "zod";
import { withWork } from "@/server/db/work";
import { startDrill } from "@/server/domain/alert/start-drill";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { rotateSecret } from "@/server/domain/webhook/rotate-secret";
import { testWebhook } from "@/server/domain/webhook/test-webhook";
import { turnOffWebhook } from "@/server/domain/webhook/turn-off-webhook";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import {
  startFakeCaseSystem,
  type CaseSystemReply,
  type FakeCaseSystem,
} from "@/test/support/fake-case-system";
import { makeAlert } from "@/test/support/make-alert";
import { isSignedWith, test } from "@/test/support/webhook-story";

const second = 1 / 60;
const day = 24 * 60;

const Body = z.looseObject({
  delivery: z.uuid(),
  kind: z.string(),
  number: z.number().optional(),
  reference: z.string().optional(),
});

/** What a system was told, as `number kind`. */
function toldTo({ received }: FakeCaseSystem): string[] {
  return received.map(({ body }) => {
    const { number, kind } = Body.parse(JSON.parse(body));
    return number === undefined ? kind : `${String(number)} ${kind}`;
  });
}

test("a system that has taken a signed test is told of each attendance and what becomes of it, and of no child", async ({
  story,
}) => {
  const { system } = story;
  const { secret } = await story.adds();
  expect(await story.shown(0)).toMatchObject({ state: "requested", waiting: 0 });
  await story.runs(0);
  expect(await story.shown(0)).toMatchObject({ state: "active", madeBy: "Ruth Ellison" });

  const alert = await story.attends(1);
  await story.runs(1);

  expect(toldTo(system)).toEqual(["ping", "1 raised", "2 acknowledged"]);
  for (const delivery of system.received) {
    expect(isSignedWith(secret, delivery)).toBe(true);
    expect(isSignedWith(`${secret}x`, delivery)).toBe(false);
    expect(Body.parse(JSON.parse(delivery.body)).delivery).toBe(delivery.headers["lantern-delivery"]);
  }
  const [, raised] = system.received;
  expect(JSON.parse(raised?.body ?? "")).toEqual({
    delivery: raised?.headers["lantern-delivery"],
    authority: story.world.authority.code,
    number: 1,
    kind: "raised",
    reference: alert.reference,
    at: story.at(1).toISOString(),
  });
  expect(await story.shown(2)).toMatchObject({
    waiting: 0,
    deliveries: [
      { number: 2, attempts: 1, takenAt: story.at(1), lastFailure: null },
      { number: 1, attempts: 1 },
      { number: null },
    ],
  });
  const kept = JSON.stringify(await story.world.sql("select row_to_json(w) from webhook w"));
  expect(kept).not.toContain(secret);
});

test("what happens before a system has taken a test waits for it, and goes out when it takes one", async ({
  story,
}) => {
  const { system, manager } = story;
  system.answerWith({ status: 404 });
  const { webhookId } = await story.adds();
  await story.runs(0);
  await story.attends(1);
  await story.runs(1);
  expect(toldTo(system)).toEqual(["ping"]);
  expect(await story.shown(1)).toMatchObject({
    state: "requested",
    waiting: 2,
    deliveries: [{ number: null, lastFailure: "It answered 404." }],
  });

  system.answerWith({ status: 200, headers: { "Content-Type": "application/json" }, body: "{}" });
  await story.does(manager, 2, (work) => testWebhook(work, webhookId));
  await story.runs(2);
  expect(toldTo(system)).toEqual(["ping", "ping", "1 raised", "2 acknowledged"]);
});

const page = "<!doctype html><title>Sign in</title>";
const bad: readonly { readonly reply: CaseSystemReply; readonly words: string }[] = [
  { reply: { status: 500, body: "oops" }, words: "It answered 500." },
  { reply: "hang", words: "It did not answer in time." },
  {
    reply: { status: 200, headers: { "Content-Type": "text/html" }, body: page },
    words: "It answered 200 with something that is not JSON, perhaps the page of a proxy.",
  },
];

test("nothing is lost while a system fails, and all comes once, in order, when it is well again", async ({
  story,
}) => {
  const { system } = story;
  await story.isTold();
  for (const [place, { reply, words }] of bad.entries()) {
    const [start, next] = [1 + place * 10, place * 4 + 1];
    const before = system.received.length;
    system.answerWith(reply);
    await story.attends(start);
    const states: (string | undefined)[] = [];
    // Five seconds after the first failure, and thirty after the second.
    for (const minutes of [start, start + 5 * second, start + 35 * second]) {
      await story.runs(minutes);
      states.push((await story.shown(minutes))?.state);
    }
    // News of a child hastens nothing that has just failed.
    await story.attends(start + 1);
    await story.runs(start + 1);

    expect.soft(states, words).toEqual(["active", "active", "error"]);
    const raised = `${String(next)} raised`;
    expect.soft(toldTo(system).slice(before), words).toEqual([raised, raised, raised]);
    const tries = system.received.slice(before);
    expect.soft(new Set(tries.map(({ headers }) => headers["lantern-delivery"])).size, words).toBe(1);
    const failing = await story.shown(start + 1);
    expect.soft(failing, words).toMatchObject({ state: "error", waiting: 4, lastFailure: words });

    system.answerWith({ status: 204 });
    await story.runs(start + 3);
    expect
      .soft(toldTo(system).slice(before + 3), words)
      .toEqual([
        raised,
        `${String(next + 1)} acknowledged`,
        `${String(next + 2)} raised`,
        `${String(next + 3)} acknowledged`,
      ]);
    const well = await story.shown(start + 3);
    expect.soft(well, words).toMatchObject({ state: "active", waiting: 0, lastFailure: null });
  }
});

test("a redirect is not followed, wherever it leads", async ({ story }) => {
  const elsewhere = await startFakeCaseSystem();
  await story.isTold();
  story.system.answerWith({ status: 307, headers: { Location: elsewhere.url } });
  await story.attends(1);
  await story.runs(1);

  expect(elsewhere.connections()).toBe(0);
  expect((await story.shown(1))?.lastFailure).toContain("leads elsewhere");
  await elsewhere.stop();
});

test("a system that was down for a day is asked again every hour, and has everything when it is back", async ({
  story,
}) => {
  const { system } = story;
  await story.isTold();
  system.answerWith({ status: 503, headers: { "Retry-After": "30" } });
  await story.attends(0);
  for (let minutes = 0; minutes <= day; minutes += 30) {
    if (minutes === day / 2) await story.attends(minutes);
    await story.runs(minutes);
  }
  const tries = system.received.length - 1;
  system.answerWith({ status: 204 });
  await story.runs(day + 60);

  // Three in the first half hour, and then about one an hour.
  expect(tries).toBeGreaterThan(20);
  expect(tries).toBeLessThan(30);
  expect(toldTo(system).slice(tries + 1)).toEqual([
    "1 raised",
    "2 acknowledged",
    "3 raised",
    "4 acknowledged",
  ]);
  expect(await story.shown(day + 61)).toMatchObject({ state: "active", waiting: 0 });
});

test("410 turns an address off, a manager turns one off, and neither is told anything again", async ({
  story,
}) => {
  const { system, manager } = story;
  await story.isTold();
  system.answerWith({ status: 410 });
  await story.attends(1);
  await story.runs(1);
  expect(await story.shown(1)).toMatchObject({ state: "off", offBy: null, offAt: story.at(1) });

  system.answerWith({ status: 204 });
  const again = await story.adds(2);
  await story.runs(2);
  await story.does(manager, 3, (work) => turnOffWebhook(work, again.webhookId));
  const before = system.received.length;
  await story.attends(4);
  await story.runs(4);
  await story.runs(day);

  expect(system.received).toHaveLength(before);
  await expect(story.does(manager, 5, (work) => testWebhook(work, again.webhookId))).rejects.toMatchObject({
    kind: "conflict",
    message: "This address was turned off. Add it again.",
  });
  expect(await story.world.sql("select state from webhook where off_by_id is not null")).toEqual([
    { state: "off" },
  ]);
});

test("while a secret is replaced deliveries are signed with both, then with the new one alone", async ({
  story,
}) => {
  const { system, manager, service } = story;
  const old = await story.isTold();
  const { webhookId } = old;
  const rotate = (minutes: number, overlapDays: number) =>
    story.does(manager, minutes, (work) =>
      rotateSecret(work, { webhookId, overlapDays }, { deviceKey: service.configuration.DEVICE_KEY }),
    );
  const signers = async (minutes: number, ...secrets: readonly string[]) => {
    await story.does(manager, minutes, (work) => testWebhook(work, webhookId));
    await story.runs(minutes);
    const delivery = system.received.at(-1);
    return secrets.map((secret) => delivery !== undefined && isSignedWith(secret, delivery));
  };

  const next = await rotate(1, 1);
  expect(await signers(2, old.secret, next.secret)).toEqual([true, true]);
  await expect(rotate(3, 7)).rejects.toMatchObject({ kind: "conflict" });
  expect(await signers(1 + day, old.secret, next.secret)).toEqual([false, true]);
  const last = await rotate(2 + day, 0);
  expect(await signers(3 + day, old.secret, next.secret, last.secret)).toEqual([false, false, true]);
});

test("numbers have no gaps, however many are told of at once, and what was not committed has none", async ({
  story,
}) => {
  const { service, world, crew, system } = story;
  await story.isTold();
  const children = await Promise.all(Array.from({ length: 6 }, () => world.plan()));
  const asked = await Promise.all(
    children.map(({ nhsNumber }) => makeAlert(service, { crew, nhsNumber, now: story.at(1) })),
  );
  const [first] = asked;
  const takenBack = withWork(service.database, { actor: crew, now: story.at(1) }, async (work) => {
    if (first) await addAlertEvents(work, first.alertId, [{ kind: "child-seen", lookupId: first.lookupId }]);
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  const numbering = "select number from webhook_event order by number";
  await Promise.all([runDueJobs(service, story.at(1), "prompt"), runDueJobs(service, story.at(1), "prompt")]);
  await runDueJobs(service, story.at(1), "webhooks");

  const numbers = (await world.sql(numbering)).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(toldTo(system).filter((told) => told.endsWith("raised"))).toHaveLength(6);
  expect(toldTo(system).filter((told) => told.endsWith("child-seen"))).toEqual([]);
});

test("a practice alert is told to no system, nor a child of another authority", async ({ story }) => {
  const { crew, service } = story;
  await story.isTold();
  await story.does(story.manager, 1, startDrill);
  const { nhsNumber } = await story.other.plan();
  await makeAlert(service, { crew, nhsNumber, now: story.at(1) });
  await story.runs(1);

  expect(toldTo(story.system)).toEqual(["ping"]);
  expect(await story.world.sql("select 1 from webhook_event")).toEqual([]);
});
