import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { showUndo, undoList } from "@/server/domain/register/delivery/undo-list";
import { settleMissing } from "@/server/domain/register/settle-missing";
import type { FeedId } from "@/server/vocabulary/ids";
import { feedNow, makeFeedNumbers, test as base, type FeedWorld } from "@/test/support/make-feed";

const [robin = "", kit = "", sam = "", max = ""] = makeFeedNumbers(4);
const plan = (nhs_number: string) => ({ nhs_number, local_id: `case-${nhs_number}` });
const later = new Date(feedNow.getTime() + 86_400_000);

interface Given {
  readonly effect: (feedId: FeedId) => ReturnType<typeof showUndo>;
  /** Undoes on the version that is now, or another. */
  readonly undo: (feedId: FeedId, version?: number) => Promise<void>;
}

const test = base.extend<Given>({
  effect: async ({ pool, world }, use) =>
    use((feedId) => withWork(pool, { actor: world.officer, now: later }, (work) => showUndo(work, feedId))),
  undo: async ({ pool, world, effect }, use) =>
    use(async (feedId, version) => {
      const seen = version ?? (await effect(feedId)).version;
      await withWork(pool, { actor: world.officer, now: later }, (work) =>
        undoList(work, { feedId, version: seen }),
      );
    }),
});

async function stateOf(world: FeedWorld): Promise<unknown> {
  return world.sql(
    `select nhs_number, family_name, local_id, start_on::text, end_on::text, deleted_on::text from plan
     join subject on subject.id = subject_id where plan.authority_id = $1 and nhs_number <> $2 order by nhs_number`,
    [world.authority.id, max],
  );
}

test("undoing the newest list gives back every plan as it was, and how old the register was", async ({
  world,
  effect,
  undo,
  desk,
}) => {
  await world.sends(1, [plan(robin), plan(kit), plan(sam)]);
  const before = await stateOf(world);
  const wrong = await world.reportOf(
    2,
    [
      { ...plan(robin), end_date: "2026-11-20" },
      { ...plan(kit), delete_date: "2026-11-21" },
      { ...plan(sam), family_name: "Sampleson", start_date: "2026-01-12" },
      plan(max),
    ],
    later,
  );

  expect(await effect(wrong.feedId)).toMatchObject({
    withdrawn: 1,
    reopened: 1,
    restored: 1,
    changedBack: 1,
    left: 0,
  });
  await undo(wrong.feedId);

  expect(await stateOf(world)).toEqual(before);
  expect((await world.register()).find((line) => line.startsWith(max))).toContain("deleted");
  expect(await desk.reportOf(world.officer, wrong.feedId, later)).toMatchObject({
    state: "undone",
    undoneBy: world.officer.name,
  });
  const [state] = await world.sql(
    "select last_received_at, last_sequence from register_state where authority_id = $1",
    [world.authority.id],
  );
  expect(state).toEqual({ last_received_at: feedNow, last_sequence: 2 });
});

test("after an undo the right list is sent under the next number, and brings the withdrawn plan back", async ({
  world,
  undo,
}) => {
  await world.sends(1, [plan(robin)]);
  const wrong = await world.reportOf(2, [plan(robin), plan(max)], later);
  await undo(wrong.feedId);

  await expect(world.sends(2, [plan(robin)], later)).rejects.toMatchObject({ kind: "conflict" });
  await world.sends(3, [plan(robin), plan(max)], later);
  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 open`,
    `${max} child-protection 2026-01-05 open`,
  ]);
});

test("only the newest list can be undone, once, and only as it was shown", async ({
  world,
  undo,
  effect,
}) => {
  const first = await world.reportOf(1, [plan(robin)]);
  const second = await world.reportOf(2, [plan(robin), plan(kit)], later);

  await expect(effect(first.feedId)).rejects.toMatchObject({ kind: "conflict" });
  await expect(undo(second.feedId, 0)).rejects.toMatchObject({ kind: "conflict" });
  await undo(second.feedId);
  await expect(undo(second.feedId, 99)).rejects.toMatchObject({ kind: "conflict" });
});

test("plans that the undone list missed are labelled no more, and its faults are gone", async ({
  world,
  undo,
}) => {
  await world.sends(1, [plan(robin), plan(kit)]);
  const short = await world.reportOf(2, [plan(robin)], later);
  expect(await world.register()).toContainEqual(expect.stringContaining("missing"));

  await undo(short.feedId);

  expect(await world.register()).not.toContainEqual(expect.stringContaining("missing"));
  const open = await world.sql("select from data_fault where authority_id = $1 and fixed_at is null", [
    world.authority.id,
  ]);
  expect(open).toEqual([]);
});

for (const decision of ["end", "keep"] as const) {
  test(`missing plans that a person ticks ${decision} together, and the next list agrees`, async ({
    world,
    pool,
    desk,
  }) => {
    await world.sends(1, [plan(robin), plan(kit), plan(sam)]);
    const { feedId, missing } = await world.reportOf(2, [plan(robin)]);
    const planIds = missing.map(({ planId }) => planId);
    const settle = () =>
      withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
        settleMissing(work, { feedId, planIds, decision }),
      );

    expect(await settle()).toEqual({ settled: 2 });
    expect(await settle()).toEqual({ settled: 0 });

    const state = decision === "end" ? "until 2026-11-23" : "open";
    expect(await world.register()).toEqual([
      `${robin} child-protection 2026-01-05 open`,
      `${kit} child-protection 2026-01-05 ${state}`,
      `${sam} child-protection 2026-01-05 ${state}`,
    ]);
    const next = await world.reportOf(3, [plan(robin)]);
    expect(next.counts).toMatchObject({ unchanged: 1, missing: 0 });
    expect((await desk.reportOf(world.officer, feedId, feedNow)).missing).toEqual([]);
  });
}

test("a plan that is in the list cannot be settled as missing", async ({ world, pool }) => {
  await world.sends(1, [plan(robin), plan(kit)]);
  const { feedId } = await world.reportOf(2, [plan(robin)]);
  const rows = await world.sql(
    "select plan.id from plan where authority_id = $1 and missing_from_feed_id is null",
    [world.authority.id],
  );
  const planIds = rows.map(({ id }) => String(id));

  const settling = withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
    settleMissing(work, { feedId, planIds, decision: "end" }),
  );
  expect(await settling).toEqual({ settled: 0 });
});
