import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import { listFeeds } from "@/server/domain/register/list-feeds";
import { showFeed } from "@/server/domain/register/show-feed";
import { systemActor } from "@/server/vocabulary/actor";
import type { FeedDesk } from "@/test/support/feed-desk";
import { makeWorld } from "@/test/support/make-world";
import {
  feedNow,
  makeFeedFile,
  makeFeedNumbers,
  makeFeedWorld,
  test,
  type FeedCells,
  type FeedWorld,
} from "@/test/support/make-feed";

const [robin = "", kit = ""] = makeFeedNumbers(2);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const kitsPlan = {
  nhs_number: kit,
  family_name: "Sample",
  given_names: "Kit",
  local_id: "case-2",
  plan_type: "LAC",
};

interface Place {
  readonly desk: FeedDesk;
  readonly world: FeedWorld;
}

/** A list as it comes by the door, before anybody has read it. */
async function arrive({ desk, world: { authority } }: Place, sequence: number, rows: readonly FeedCells[]) {
  const bytes = new Uint8Array(makeFeedFile(rows));
  await desk.agreesWith(bytes, feedNow);
  const sent = { authorityId: authority.id, sequence, receivedBy: "door", bytes } as const;
  const asDoor = { actor: systemActor("feed-door"), now: feedNow };
  return withWork(desk.pool, asDoor, (work) => receiveList(work, sent));
}

test("two files of one authority under one number at once are one file: the later one counts", async ({
  world,
  desk,
}) => {
  const [one, other] = await Promise.all([
    arrive({ world, desk }, 1, [robinsPlan]),
    arrive({ world, desk }, 1, [kitsPlan]),
  ]);
  await Promise.all([desk.takesIn(feedNow), desk.takesIn(feedNow)]);

  const states = [one, other].map(
    async ({ feedId }) => (await desk.reportOf(world.officer, feedId, feedNow)).state,
  );
  expect((await Promise.all(states)).sort()).toEqual(["applied", "replaced"]);
  expect(await world.register()).toHaveLength(1);
});

test("two lists of one authority taken in at once are applied one after the other, the newest last or alone", async ({
  world,
  desk,
}) => {
  await arrive({ world, desk }, 1, [robinsPlan]);
  await arrive({ world, desk }, 2, [robinsPlan, kitsPlan]);

  await Promise.all([desk.takesIn(feedNow), desk.takesIn(feedNow)]);

  expect(await world.register()).toHaveLength(2);
});

test("the same file at once, from two places, is loaded once and answered twice", async ({ world, desk }) => {
  const together = await Promise.all([
    arrive({ world, desk }, 1, [robinsPlan]),
    arrive({ world, desk }, 1, [robinsPlan]),
  ]);
  await desk.takesIn(feedNow);

  expect(together.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true]);
  expect(new Set(together.map(({ feedId }) => feedId)).size).toBe(1);
  expect(await world.register()).toHaveLength(1);
});

test("two authorities' lists of one child lie side by side", async ({ world, desk, database }) => {
  const other = await makeFeedWorld(desk, await makeWorld(database, feedNow));

  await Promise.all([
    arrive({ world, desk }, 1, [robinsPlan]),
    arrive({ world: other, desk }, 1, [robinsPlan]),
  ]);
  // Only when both workers have done is neither list still in the other's hand, to be replaced by the next one.
  await Promise.all([desk.takesIn(feedNow), desk.takesIn(feedNow)]);
  await other.sends(2, [kitsPlan]);

  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);
  expect(await other.register()).toHaveLength(2);
});

test("a load that fails at its last step leaves nothing behind, and is tried again", async ({
  world,
  desk,
}) => {
  await world.sends(1, [robinsPlan]);
  await arrive({ world, desk }, 2, [{ ...robinsPlan, end_date: "2026-11-01" }, kitsPlan]);
  await world.sql(`create function fall() returns trigger language plpgsql as $$ begin
    raise exception 'the power fails'; end $$`);
  await world.sql(
    "create trigger fall before insert on data_fault for each statement execute function fall()",
  );
  await world.sql(
    "create trigger fall before update on register_state for each statement execute function fall()",
  );

  await desk.takesIn(feedNow);
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);

  await world.sql("drop function fall cascade");
  await desk.takesIn(new Date(feedNow.getTime() + 60_000));
  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 until 2026-11-01`,
    `${kit} looked-after 2026-01-05 open`,
  ]);
});

test("a connection that is lost in the middle of applying leaves nothing behind, and the list is tried again", async ({
  world,
  desk,
}) => {
  await arrive({ world, desk }, 1, [robinsPlan, kitsPlan]);
  await world.sql(`create function cut() returns trigger language plpgsql as $$ begin
    perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
  await world.sql(
    "create trigger cut before insert on plan_change for each statement execute function cut()",
  );

  await desk.takesIn(feedNow);
  expect(await world.register()).toEqual([]);

  await world.sql("drop function cut cascade");
  await desk.takesIn(new Date(feedNow.getTime() + 60_000));
  expect(await world.register()).toHaveLength(2);
});

test("an officer of another authority can neither write to this register nor see what became of its lists", async ({
  world,
  desk,
  pool,
  database,
}) => {
  const sent = await world.sends(1, [robinsPlan]);
  const stranger = (await makeFeedWorld(desk, await makeWorld(database, feedNow))).officer;
  const asStranger = { actor: stranger, now: feedNow };
  const bytes = new Uint8Array(makeFeedFile([kitsPlan]));
  const intruding = { authorityId: world.authority.id, sequence: 2, receivedBy: "page", bytes } as const;

  await expect(withWork(pool, asStranger, (work) => receiveList(work, intruding))).rejects.toThrow(
    /row-level security/,
  );
  if (sent.kind !== "received") throw new Error("the list was not received");
  const looking = withWork(pool, asStranger, (work) => showFeed(work, { feedId: sent.feedId, most: 10 }));
  await expect(looking).rejects.toMatchObject({ kind: "not-found" });
  expect((await withWork(pool, asStranger, (work) => listFeeds(work, { most: 10 }))).feeds).toEqual([]);
});

test("the overview tells how old the register is and what is missing", async ({ world, pool }) => {
  await world.sends(1, [robinsPlan, kitsPlan]);
  await world.sends(2, [robinsPlan]);

  const { standings, feeds } = await withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
    listFeeds(work, { most: 10 }),
  );

  expect(standings).toMatchObject([
    { lastSequence: 2, lastReceivedAt: feedNow, plansInForce: 2, plansMissing: 1 },
  ]);
  expect(feeds.map(({ sequence }) => sequence)).toEqual([2, 1]);
});

test("every list that is sent and every look at one is on record", async ({ world }) => {
  const report = await world.reportOf(3, [robinsPlan]);

  const rows = await world.sql(
    "select action, outcome, detail, actor_name from audit where concerns = $1 order by id",
    [report.feedId],
  );

  const looked = { action: "feed:read", outcome: "done", detail: null, actor_name: world.officer.name };
  expect(rows).toEqual([
    { action: "feed:send", outcome: "done", detail: "sequence 3", actor_name: world.officer.name },
    { action: "feed:send", outcome: "done", detail: "review", actor_name: "worker" },
    looked,
    looked,
    { action: "register:correct", outcome: "done", detail: "confirmed", actor_name: world.officer.name },
    { action: "feed:send", outcome: "done", detail: "applied", actor_name: "worker" },
    looked,
  ]);
});
