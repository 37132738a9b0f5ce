import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { connectDatabase, type Database } from "@/server/db/client";
import { askAbout, withWork } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { test as base } from "@/test/support/database";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const settings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 20,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
} as const;

interface Given {
  readonly world: World;
  readonly other: World;
  readonly service: Database;
  readonly asks: (nhsNumber: NhsNumber) => ReturnType<typeof lookUpChild>;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  other: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = connectDatabase({ url: database.appUrl, connections: 2 });
    await use(service);
    await service.$disconnect();
  },
  asks: async ({ service, world }, use) => {
    const actor = await world.person("crew");
    await use((nhsNumber) => {
      const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
      return withWork(service, { actor, now }, (work) => lookUpChild(work, request, settings));
    });
  },
});

/** Of which entries of the register the authority was told. */
function toldOf(world: World) {
  return world.sql("select subject_id from alert where authority_id = $1", [world.authority.id]);
}

test("the old number leads to the plan that the next list has under the new one, though its own is deleted", async ({
  world,
  asks,
}) => {
  const newer = await world.plan();
  const old = await world.plan({ supersededBy: newer.nhsNumber, deletedOn: "2026-11-20" });

  expect(await asks(old.nhsNumber)).toMatchObject({
    answer: "held",
    entries: [{ isNumberReplaced: true, plans: [{ state: "in-force" }] }],
  });
  expect(await toldOf(world)).toEqual([{ subject_id: newer.subjectId }]);
});

test("of the old entry and the new one the authority is told of that with a plan in force", async ({
  world,
  asks,
}) => {
  const newer = await world.plan();
  const old = await world.plan({ supersededBy: newer.nhsNumber, endOn: "2026-08-23" });

  expect(await asks(old.nhsNumber)).toMatchObject({ answer: "held" });

  expect(await toldOf(world)).toEqual([{ subject_id: newer.subjectId }]);
});

test("the old number at one authority leads to the plan that another has under the new one", async ({
  world,
  other,
  asks,
}) => {
  const newer = await other.plan();
  const old = await world.plan({
    supersededBy: newer.nhsNumber,
    startOn: "2024-01-01",
    endOn: "2025-10-23",
  });

  expect(await asks(old.nhsNumber)).toMatchObject({
    answer: "held",
    entries: [{ authorityId: other.authority.id }],
  });
});

test("two old numbers of one person lead to one another", async ({ world, other, asks }) => {
  const newest = makeNhsNumber();
  const old = await world.plan({ supersededBy: newest, deletedOn: "2026-11-20" });
  await other.plan({ supersededBy: newest });

  expect(await asks(old.nhsNumber)).toMatchObject({
    answer: "held",
    entries: [{ authorityId: other.authority.id }],
  });
});

test("numbers that replaced one another in a ring, or in a row, end somewhere", async ({ world, asks }) => {
  const [first, second] = [makeNhsNumber(), makeNhsNumber()];
  const last = await world.plan();
  await world.plan({ nhsNumber: first, supersededBy: second, deletedOn: "2026-11-20" });
  await world.plan({ nhsNumber: second, supersededBy: first, deletedOn: "2026-11-20" });
  const before = await world.plan({ supersededBy: first, deletedOn: "2026-11-20" });

  expect(await asks(before.nhsNumber)).toMatchObject({ answer: "none-held" });
  await world.sql("update subject set superseded_by = $1 where nhs_number = $2", [last.nhsNumber, second]);
  expect(await asks(before.nhsNumber)).toMatchObject({ answer: "held" });
});

test("whoever asks sees no row of the register but of the numbers that belong together", async ({
  world,
  service,
}) => {
  const newer = await world.plan();
  const old = await world.plan({ supersededBy: newer.nhsNumber });
  await world.plan();
  const actor = await world.person("crew");

  const seen = await withWork(service, { actor, now }, async (work) => {
    const before = await work.tx.$queryRaw`select nhs_number from subject`;
    await askAbout(work, old.nhsNumber);
    return { before, after: await work.tx.$queryRaw`select nhs_number from subject order by superseded_by` };
  });

  expect(seen).toEqual({
    before: [],
    after: [{ nhs_number: old.nhsNumber }, { nhs_number: newer.nhsNumber }],
  });
});

test("the entry under an old number stays while there is a plan under the new one, and then goes", async ({
  world,
}) => {
  const newer = await world.plan();
  const old = await world.plan({ supersededBy: newer.nhsNumber });
  await world.sql("delete from plan where subject_id = $1", [old.subjectId]);
  const forget = () => world.sql("select lantern_forget_one('child', $1, 1000)", [now]);
  const left = () => world.sql("select id from subject where id = $1", [old.subjectId]);

  await forget();
  expect(await left()).toHaveLength(1);

  await world.sql("delete from plan where subject_id = $1", [newer.subjectId]);
  await forget();
  expect(await left()).toEqual([]);
});

test("a child of an authority of which no telephone number is on record is never answered with none held", async ({
  world,
  asks,
}) => {
  const child = await world.plan();
  await world.sql("delete from authority_contact where authority_id = $1", [world.authority.id]);

  await expect(asks(child.nhsNumber)).rejects.toThrow("has no telephone numbers");
});

test("none held says of an authority that never sent a list that its list is stale", async ({
  world,
  asks,
}) => {
  const count = async () => {
    const card = await asks(makeNhsNumber());
    return card.answer === "none-held" ? card.freshness : undefined;
  };
  const before = await count();

  await world.sql("delete from register_state where authority_id = $1", [world.authority.id]);

  expect(await count()).toEqual({ lists: before?.lists, staleLists: 1 + (before?.staleLists ?? 0) });
});
