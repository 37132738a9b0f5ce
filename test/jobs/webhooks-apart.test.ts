import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { addWebhook } from "@/server/domain/webhook/add-webhook";
import { sendWebhook } from "@/server/gateways/webhook";
import { workOff } from "@/server/jobs/work-off";
import { startFakeCaseSystem } from "@/test/support/fake-case-system";
import { isSignedWith, test } from "@/test/support/webhook-story";

test("nothing connects to an address inside a private network, whatever its name", async ({ system }) => {
  const port = system.host.split(":")[1] ?? "";
  const names = ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"];
  for (const name of names) {
    const host = `${name}:${port}`;
    const sender = { hosts: [host], allowsLoopback: false, timeoutMs: 10_000 };
    const answer = await sendWebhook(sender, { address: `https://${host}/`, headers: {}, body: "{}" });
    expect.soft(answer, name).toEqual({
      kind: "failed",
      isSilent: false,
      reason:
        "Not sent: its name leads to an address inside a private network, and Lantern connects to none.",
    });
  }
  const listed = { hosts: [system.host], allowsLoopback: true, timeoutMs: 10_000 };
  const plain = { address: "http://8.8.8.8/", headers: {}, body: "{}" };
  expect(await sendWebhook({ ...listed, hosts: ["8.8.8.8"] }, plain)).toMatchObject({
    reason: expect.stringContaining("inside a private network"),
  });
  expect(await sendWebhook(listed, { ...plain, address: "https://elsewhere.example/" })).toMatchObject({
    reason: "Not sent: its host is not among those that Lantern may tell (WEBHOOK_HOSTS).",
  });
  expect(system.connections()).toBe(0);
});

test("while one system hangs, another is told", async ({ story }) => {
  const healthy = await startFakeCaseSystem();
  const { system, service, manager } = story;
  const hosts = { hosts: [system.host, healthy.host], allowsLoopback: true };
  const settings = { ...hosts, deviceKey: service.configuration.DEVICE_KEY };
  // A worker lives by the real clock.
  const add = (address: string) =>
    withWork(service.database, { actor: manager, now: new Date() }, (work) =>
      addWebhook(work, address, settings),
    );
  system.answerWith("hang");
  const hung = system.nextDelivery();
  await add(system.url);
  const worker = workOff({ ...service, webhooks: { ...hosts, timeoutMs: 60_000 } }, "worker-1");
  await hung;

  const told = healthy.nextDelivery();
  await add(healthy.url);
  expect(isSignedWith("another", await told)).toBe(false);

  system.hangUp();
  await worker.stop();
  await healthy.stop();
  expect(await story.world.sql("select state from webhook order by state")).toEqual([
    { state: "active" },
    { state: "requested" },
  ]);
});

test("what a worker sent and could not put on record is sent again as the same delivery", async ({
  story,
}) => {
  const { system, world } = story;
  await story.isTold();
  await story.attends(1);
  // Somebody else takes the job while the answer is on its way, as after a worker that stood still.
  const stolen = system
    .nextDelivery()
    .then(() => world.sql("update outbox set attempts = attempts + 1 where kind = 'deliver-webhook'"));
  system.answerWith("hang");
  await story.runs(1);
  await stolen;
  expect(await story.shown(1)).toMatchObject({ state: "active", waiting: 2, lastFailure: null });

  system.answerWith({ status: 204 });
  await story.runs(2);
  const [, lost, again] = system.received;
  expect(again?.body).toBe(lost?.body);
  expect(again?.headers["lantern-delivery"]).toBe(lost?.headers["lantern-delivery"]);
  expect(await story.shown(2)).toMatchObject({ waiting: 0 });
});
