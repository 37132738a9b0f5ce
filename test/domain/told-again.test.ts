import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { tellOwnPlan } from "@/server/domain/register/delivery/tell-own-plan";
import { showUndo, undoList, type UndoEffect } from "@/server/domain/register/delivery/undo-list";
import type { FeedId } from "@/server/vocabulary/ids";
import {
  feedNow,
  makeFeedFile,
  makeFeedNumbers,
  makeFeedRow,
  test as base,
  type FeedCells,
} from "@/test/support/make-feed";

const [robin = "", kit = ""] = makeFeedNumbers(2);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const kitsPlan = { nhs_number: kit, local_id: "case-2" };
/** After the lists, and before one that waits is tried again. */
const later = new Date(feedNow.getTime() + 500);

interface Given {
  /** The officer tells one plan, and it is taken in. */
  readonly tells: (cells: FeedCells) => Promise<FeedId>;
  /** Undoes the newest list, and gives what was shown before. */
  readonly undoes: (feedId: FeedId) => Promise<UndoEffect>;
}

const test = base.extend<Given>({
  tells: async ({ pool, world, desk }, use) =>
    use(async (cells) => {
      await desk.agreesWith(makeFeedFile([cells]), later);
      const told = await withWork(pool, { actor: world.officer, now: later }, (work) =>
        tellOwnPlan(work, makeFeedRow(cells)),
      );
      if (!told.ok) throw new Error("the plan was not taken");
      await desk.takesIn(later);
      return told.feedId;
    }),
  undoes: async ({ pool, world }, use) =>
    use((feedId) =>
      withWork(pool, { actor: world.officer, now: later }, async (work) => {
        const effect = await showUndo(work, feedId);
        await undoList(work, { feedId, version: effect.version });
        return effect;
      }),
    ),
});

test("a plan that a person told again after the list that brought it outlives the undoing of the list", async ({
  world,
  desk,
  tells,
  undoes,
}) => {
  const list = await world.reportOf(1, [robinsPlan, kitsPlan]);
  const told = await tells(robinsPlan);
  const { state, counts } = await desk.reportOf(world.officer, told, later);
  expect({ state, counts }).toMatchObject({ state: "applied", counts: { unchanged: 1 } });

  expect(await undoes(list.feedId)).toMatchObject({ withdrawn: 1, left: 1 });

  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 open`,
    `${kit} child-protection 2026-01-05 deleted`,
  ]);
});

test("an end that a person told again stays when the list that brought it is undone", async ({
  world,
  tells,
  undoes,
}) => {
  await world.sends(1, [robinsPlan, kitsPlan]);
  const ended = [robinsPlan, kitsPlan].map((plan) => ({ ...plan, end_date: "2026-11-20" }));
  const list = await world.reportOf(2, ended);
  await tells({ ...robinsPlan, end_date: "2026-11-20" });

  expect(await undoes(list.feedId)).toMatchObject({ reopened: 1, left: 1 });

  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 until 2026-11-20`,
    `${kit} child-protection 2026-01-05 open`,
  ]);
});

test("a person whose plan was told keeps the number and name that were told when another plan of theirs is undone", async ({
  world,
  tells,
  undoes,
}) => {
  const looked = { ...robinsPlan, plan_type: "LAC" };
  const names = { family_name: "Examples" };
  await world.sends(1, [robinsPlan, looked]);
  const list = await world.reportOf(2, [
    { ...robinsPlan, ...names },
    { ...looked, ...names },
  ]);
  await tells({ ...robinsPlan, ...names });

  expect(await undoes(list.feedId)).toMatchObject({ changedBack: 1, left: 1 });

  const people = await world.sql("select family_name from subject where authority_id = $1", [
    world.authority.id,
  ]);
  expect(people).toEqual([names]);
});

test("a plan that was told as it is holds against a list that waited meanwhile, until a list agrees", async ({
  world,
  desk,
  tells,
}) => {
  const ending = { ...robinsPlan, end_date: "2026-11-20" };
  await world.sends(1, [robinsPlan]);
  desk.demographics.fail({ status: 503 });
  const waiting = await world.delivers(2, [{ ...ending, given_names: "Robin Jo" }]);
  expect(waiting.state).toBe("waiting");
  desk.demographics.fail(undefined);
  await tells(robinsPlan);

  await desk.takesIn(new Date(feedNow.getTime() + 3_600_000));
  const applied = await desk.reportOf(world.officer, waiting.feedId, later);
  expect(applied).toMatchObject({ state: "applied", counts: { ended: 0, rejected: 1 } });
  expect(applied.problems[0]?.message).toContain("What was told in Lantern holds.");
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);

  await world.sends(3, [robinsPlan]);
  expect((await world.reportOf(4, [ending])).counts).toMatchObject({ ended: 1, rejected: 0 });
});
