import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { applyFeed } from "@/server/domain/register/apply-feed";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { listFeeds } from "@/server/domain/register/list-feeds";
import { showFeed } from "@/server/domain/register/show-feed";
import { makeWorld } from "@/test/support/make-world";
import { feedNow, makeFeedFile, makeFeedNumbers, makeFeedWorld, test } from "@/test/support/make-feed";

const [robin = "", kit = ""] = makeFeedNumbers(2);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const kitsPlan = {
  nhs_number: kit,
  family_name: "Sample",
  given_names: "Kit",
  local_id: "case-2",
  plan_type: "LAC",
};

test("two files of one authority at once are taken one after the other", async ({ world }) => {
  const together = await Promise.allSettled([world.sends(1, [robinsPlan]), world.sends(1, [kitsPlan])]);

  expect(together.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await world.register()).toHaveLength(1);
});

test("the same file at once, from two places, is loaded once and answered twice", async ({ world }) => {
  const together = await Promise.all([world.sends(1, [robinsPlan]), world.sends(1, [robinsPlan])]);

  expect(together.map((outcome) => outcome.kind === "received" && outcome.isRepeat).sort()).toEqual([
    false,
    true,
  ]);
  expect(await world.register()).toHaveLength(1);
});

test("two authorities' lists of one child lie side by side", async ({ world, pool, database }) => {
  const other = await makeFeedWorld(pool, await makeWorld(database, feedNow));

  await Promise.all([world.sends(1, [robinsPlan]), other.sends(1, [robinsPlan])]);
  await other.sends(2, [kitsPlan]);

  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);
  expect(await other.register()).toHaveLength(2);
});

test("a load that fails at its last step leaves nothing behind", async ({ world, pool }) => {
  await world.sends(1, [robinsPlan]);
  const reading = readFeed(makeFeedFile([{ ...robinsPlan, end_date: "2026-11-01" }, kitsPlan]), "2026-11-23");
  const sent = { authorityId: world.authority.id, sequence: 2, receivedBy: "page", reading } as const;

  const failing = withWork(pool, { actor: world.officer, now: feedNow }, async (work) => {
    await applyFeed(work, sent);
    throw new Error("the power fails before the commit");
  });

  await expect(failing).rejects.toThrow("the power fails");
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);
  expect(await world.sends(2, [robinsPlan, kitsPlan])).toMatchObject({ isRepeat: false });
});

test("an officer of another authority can neither write to this register nor see what became of its lists", async ({
  world,
  pool,
  database,
}) => {
  const sent = await world.sends(1, [robinsPlan]);
  const stranger = (await makeFeedWorld(pool, await makeWorld(database, feedNow))).officer;
  const asStranger = { actor: stranger, now: feedNow };
  const reading = readFeed(makeFeedFile([kitsPlan]), "2026-11-23");
  const intruding = { authorityId: world.authority.id, sequence: 2, receivedBy: "page", reading } as const;

  await expect(withWork(pool, asStranger, (work) => applyFeed(work, intruding))).rejects.toThrow(
    /row-level security/,
  );
  if (sent.kind !== "received") throw new Error("the list was not received");
  const looking = withWork(pool, asStranger, (work) => showFeed(work, { feedId: sent.feedId, most: 10 }));
  await expect(looking).rejects.toMatchObject({ kind: "not-found" });
  expect((await withWork(pool, asStranger, listFeeds)).feeds).toEqual([]);
});

test("the overview tells how old the register is and what is missing", async ({ world, pool }) => {
  await world.sends(1, [robinsPlan, kitsPlan]);
  await world.sends(2, [robinsPlan]);

  const { standings, feeds } = await withWork(pool, { actor: world.officer, now: feedNow }, listFeeds);

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

  expect(rows).toEqual([
    { action: "feed:send", outcome: "done", detail: "sequence 3", actor_name: world.officer.name },
    { action: "feed:read", outcome: "done", detail: null, actor_name: world.officer.name },
  ]);
});

test("five thousand rows are applied in well under three seconds", async ({ world }) => {
  const rows = makeFeedNumbers(5_000).map((nhs_number, index) => ({ nhs_number, local_id: `case-${index}` }));
  const list = makeFeedFile(rows);

  const started = performance.now();
  const report = await world.reportOf(1, list);
  const seconds = (performance.now() - started) / 1000;

  expect(report.counts.added).toBe(5_000);
  expect(seconds).toBeLessThan(3);
});
