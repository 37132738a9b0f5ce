import { expect } from "@playwright/test";
import { queueJob } from "@/server/db/outbox";
import { withWork } from "@/server/db/work";
import { makePushHosts, share } from "@/server/jobs/push-hosts";
import { workOff } from "@/server/jobs/work-off";
import { NoticeId } from "@/server/vocabulary/ids";
import { hostsTest as test } from "@/test/support/push-hosts-story";

/** More than a push service gets at once. */
const many = share + 24;

test("while a share of pushes hangs at one push service, a push to another leaves, and then all arrive", async ({
  hosts,
}) => {
  const { hanging, healthy, service } = hosts;
  const answerAll = hanging.holdAnswers();
  await hosts.onCall("Amira Hassan", hanging, many);
  await hosts.raiseAlert();
  const worker = workOff(service, "worker-1");
  await hanging.waitForDelivery(() => hanging.deliveries.length >= share);

  const [phone] = await hosts.onCall("Ben Okafor", healthy, 1);
  await hosts.raiseAlert();
  await healthy.waitForDelivery(({ endpoint }) => endpoint === phone?.endpoint);
  const hungMeanwhile = hanging.deliveries.length;

  answerAll();
  await hanging.waitForDelivery(() => hanging.deliveries.length >= 2 * many);
  await worker.stop();
  expect(hungMeanwhile).toBe(share);
  expect(await hosts.sql("select count(*)::int as count from notice where accepted_at is null")).toEqual([
    { count: 0 },
  ]);
});

test("a push service that breaks off a whole share is not given another", async ({ hosts }) => {
  const { hanging, healthy, service } = hosts;
  const phones = await hosts.onCall("Amira Hassan", hanging, many);
  for (const { endpoint } of phones) hanging.answerWith(endpoint, "reset");
  const breakOff = hanging.holdAnswers();
  await hosts.raiseAlert();
  const worker = workOff(service, "worker-1");
  await hanging.waitForDelivery(() => hanging.deliveries.length >= share);

  const breakOffTheRest = hanging.holdAnswers();
  breakOff();
  await expect
    .poll(() => hosts.sql("select 1 from notice where last_answer is not null"))
    .toHaveLength(share);
  const [phone] = await hosts.onCall("Ben Okafor", healthy, 1);
  await hosts.raiseAlert();
  await healthy.waitForDelivery(({ endpoint }) => endpoint === phone?.endpoint);
  const begun = hanging.deliveries.length;

  breakOffTheRest();
  await worker.stop();
  // Those that took the places of the first seven, and the one that asks whether it is back.
  expect(begun).toBeLessThanOrEqual(share + 8);
});

test("a push is queued with its push service, even by somebody who may not see the phone", async ({
  hosts,
}) => {
  await hosts.onCall("Amira Hassan", hosts.healthy, 1);
  await hosts.raiseAlert();
  await hosts.climb();
  const [notice] = await hosts.sql("with gone as (delete from outbox) select id from notice");

  await withWork(hosts.service.database, { actor: hosts.crew, now: new Date() }, (work) =>
    queueJob(work, {
      job: { kind: "send-notice", noticeId: NoticeId.parse(notice?.["id"]) },
      dueAt: work.now,
    }),
  );

  expect(await hosts.sql("select push_host from outbox")).toEqual([{ push_host: hosts.healthy.host }]);
});

const silent = { kind: "unreachable", reason: "Timed out" } as const;
const busy = { kind: "later", statusCode: 503, reason: "HTTP 503" } as const;
const underWay = (count: number) =>
  Array.from({ length: count }, (_, id) => ({
    id: BigInt(id),
    attempts: 1,
    heldBy: "worker-1",
    job: undefined,
    pushHost: "push.example",
  }));

test("a push service has room for a share of sends at once, less those under way", () => {
  const { roomsBeside } = makePushHosts();

  expect(roomsBeside([])).toEqual({ usual: share, left: new Map() });
  expect(roomsBeside(underWay(5)).left).toEqual(new Map([["push.example", share - 5]]));
  expect(roomsBeside(underWay(share)).left).toEqual(new Map([["push.example", 0]]));
});

test("a push service that has answered has room for another, though the answer is not on record yet", () => {
  const { hear, roomsBeside } = makePushHosts();
  const sends = underWay(share);
  for (const held of sends.slice(0, 3)) hear(held, busy);

  expect(roomsBeside(sends).left).toEqual(new Map([["push.example", 3]]));
});

test("after eight silences in a row a push service is asked one at a time, until it answers anything", () => {
  const { hear, roomsBeside } = makePushHosts();
  const hearSilences = (count: number) => {
    for (const held of underWay(count)) hear(held, silent);
  };
  const room = (count: number) => roomsBeside(underWay(count)).left.get("push.example") ?? share;

  hearSilences(7);
  const hearBusy = (pushHost = "push.example") => {
    for (const held of underWay(1)) hear({ ...held, pushHost }, busy);
  };
  hearBusy();
  hearSilences(7);
  expect(room(0)).toBe(share);
  hearSilences(1);
  expect([room(0), room(1), room(15)]).toEqual([1, 0, -14]);
  hearBusy("another.example");
  expect(room(0)).toBe(1);
  hearBusy();
  expect(room(0)).toBe(share);
});
