import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { keepDevice } from "@/server/domain/push/keep-device";
import { retireDevice } from "@/server/domain/push/retire-device";
import { addressDigest, openAddress } from "@/server/domain/push/sealed-address";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import type { BrowserSubscription } from "@/test/support/fake-push-service";

test("a phone that is handed on takes the alerts of its new owner only", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2, phones: 0 });
  const [phone] = amira.phones;

  await keeps(story, ben, phone);
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  expect(await story.world.sql("select person_id from device")).toEqual([{ person_id: ben.actor.personId }]);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "nobody-reachable 1",
    "escalated 2",
    "notified Ben Okafor 2",
  ]);
});

test("a push that waits for a phone which is handed on meanwhile is not sent to its new owner", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2, phones: 0 });
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status: 503 }, { status: 201 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  await keeps(story, ben, amira.phones[0]);
  await story.passTimeTo(0.1);

  const events = await story.eventsOf(alert);
  expect(events.slice(0, 4)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "notice-failed Amira Hassan",
    "nobody-reachable 1",
  ]);
  expect(events).toContain("notified Ben Okafor 2");
});

test("keeping the same phone at every launch is one phone, and brings a retired one back", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const [phone] = amira.phones;
  await keeps(story, amira, phone);
  await retires(story, amira, phone);

  const kept = await keeps(story, amira, phone);

  expect(kept).toMatchObject({ addedAt: story.at(1), lastShownAt: null });
  expect(await story.world.sql("select retired_at from device")).toEqual([{ retired_at: null }]);
});

test("nobody can retire somebody else's phone", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor");

  await retires(story, ben, amira.phones[0]);

  expect(await story.world.sql("select 1 from device where retired_at is not null")).toEqual([]);
});

test("a push address that is on no known push service is refused", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const [phone] = amira.phones;
  const elsewhere = [
    "https://127.0.0.1:1/push",
    "https://fcm.googleapis.com.example/x",
    "http://fcm.googleapis.com/x",
  ];

  for (const endpoint of elsewhere) {
    await expect(keeps(story, amira, phone && { ...phone, endpoint })).rejects.toMatchObject({
      kind: "invalid",
    });
  }
  expect(await story.world.sql("select 1 from device")).toHaveLength(1);
});

test("a subscription lies sealed: its address and keys are not in the database, and one row's do not open another's", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const { endpoint = "", keys } = amira.phones[0] ?? {};
  const [row] = await story.world.sql("select sealed_address, device::text as text from device");
  const sealed = row?.["sealed_address"];
  const key = story.service.configuration.DEVICE_KEY;

  const opened: unknown =
    sealed instanceof Buffer ? JSON.parse(openAddress(sealed, addressDigest(endpoint), key)) : undefined;

  expect(opened).toEqual({ endpoint, keys });
  expect(String(row?.["text"])).not.toContain(endpoint.slice(-20));
  expect(sealed instanceof Buffer && sealed.includes(keys?.auth ?? "")).toBe(false);
  expect(() => sealed instanceof Buffer && openAddress(sealed, addressDigest("other"), key)).toThrow();
});

function keeps(story: AlertStory, { actor }: DutyPerson, phone: BrowserSubscription | undefined) {
  const { database, configuration } = story.service;
  const settings = { deviceKey: configuration.DEVICE_KEY, pushHosts: configuration.PUSH_HOSTS };
  if (!phone) throw new Error("there is no phone to keep");
  return withWork(database, { actor, now: story.at(1) }, (work) =>
    keepDevice(work, { subscription: phone }, settings),
  );
}

function retires(
  story: AlertStory,
  { actor }: DutyPerson,
  phone: BrowserSubscription | undefined,
): Promise<void> {
  const endpoint = phone?.endpoint ?? "";
  return withWork(story.service.database, { actor, now: story.at(1) }, (work) =>
    retireDevice(work, endpoint),
  );
}
