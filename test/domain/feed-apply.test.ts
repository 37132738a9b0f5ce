import { expect } from "@playwright/test";
import { feedFixture, feedNow, makeFeedNumbers, test, type FeedWorld } from "@/test/support/make-feed";

const [robin = "", kit = "", sam = ""] = makeFeedNumbers(3);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const kitsPlan = {
  nhs_number: kit,
  family_name: "Sample",
  given_names: "Kit",
  local_id: "case-2",
  plan_type: "LAC",
};
const samsPlan = {
  nhs_number: sam,
  family_name: "Specimen",
  given_names: "Sam",
  date_of_birth: "1998-07-14",
  local_id: "case-3",
  plan_type: "UCPP",
  due_date: "2027-01-15",
};

test("the first list fills the register", async ({ world }) => {
  const report = await world.reportOf(7, feedFixture("valid.csv"));

  expect(report).toMatchObject({
    fileAnswer: "CPF02",
    gap: 0,
    counts: { rows: 4, loaded: 4, added: 4, missing: 0 },
  });
  expect(await world.register()).toEqual([
    "9990000018 child-protection 2026-01-05 open",
    "9990000026 looked-after 2025-06-01 open",
    "9990000034 unborn 2026-09-01 open",
    "9990000042 child-protection 2025-03-03 until 2026-03-02",
  ]);
});

test("the same list under the next number changes nothing", async ({ world }) => {
  await world.sends(1, [robinsPlan, kitsPlan, samsPlan]);

  const report = await world.reportOf(2, [robinsPlan, kitsPlan, samsPlan]);

  expect(report.counts).toMatchObject({ loaded: 3, added: 0, changed: 0, unchanged: 3 });
  expect(await feedsThatBrought(world)).toEqual([1]);
});

test("the same file sent twice is answered as before and applied once", async ({ world }) => {
  const first = await world.sends(1, [robinsPlan]);

  const again = await world.sends(1, [robinsPlan], new Date("2026-11-24T08:00:00Z"));

  expect(again).toEqual({ ...first, isRepeat: true });
  expect(
    await world.sql("select count(*)::int from feed where authority_id = $1", [world.authority.id]),
  ).toEqual([{ count: 1 }]);
  expect(await lastReceived(world)).toEqual(feedNow);
});

test("an older file sent again, byte for byte, is answered as before", async ({ world }) => {
  const first = await world.sends(1, [robinsPlan]);
  await world.sends(2, [robinsPlan, kitsPlan]);

  expect(await world.sends(1, [robinsPlan])).toEqual({ ...first, isRepeat: true });
  expect(await world.register()).toHaveLength(2);
});

test("other content under a used number is refused and changes nothing", async ({ world }) => {
  await world.sends(1, [robinsPlan]);

  const sending = world.sends(1, [robinsPlan, kitsPlan]);

  await expect(sending).rejects.toMatchObject({
    kind: "conflict",
    message:
      "List number 1 was received before, with other content. The newest list is number 1. Send this one as number 2.",
  });
  expect(await world.register()).toHaveLength(1);
});

test("a step backwards is refused", async ({ world }) => {
  await world.sends(9, [robinsPlan]);

  await expect(world.sends(8, [robinsPlan, kitsPlan])).rejects.toMatchObject({ kind: "conflict" });
});

test("skipped numbers are accepted and counted", async ({ world }) => {
  await world.sends(1, [robinsPlan]);

  const report = await world.reportOf(4, [robinsPlan]);

  expect(report.gap).toBe(2);
});

test("good rows load beside bad ones, and every problem is kept", async ({ world }) => {
  const report = await world.reportOf(1, feedFixture("wrong-check-digit.csv"));

  expect(report).toMatchObject({
    fileAnswer: "CPF03",
    counts: { rows: 2, loaded: 1, rejected: 1 },
    problemCount: 1,
  });
  expect(report.problems).toMatchObject([
    { rowNumber: 3, column: "nhs_number", value: "9990000027", rowAnswer: "CPR04" },
  ]);
});

test("a list of which nothing can be loaded leaves the register as old as it was", async ({ world }) => {
  await world.sends(1, [robinsPlan]);

  const report = await world.reportOf(
    2,
    [{ ...robinsPlan, start_date: "soon" }],
    new Date("2026-11-30T08:00:00Z"),
  );

  expect(report.fileAnswer).toBe("CPF04");
  expect(await lastReceived(world)).toEqual(feedNow);
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open`]);
});

test("an unreadable file changes nothing and leaves its number free", async ({ world }) => {
  const outcome = await world.sends(1, feedFixture("missing-column.csv"));

  expect(outcome).toEqual({ kind: "unreadable", message: "A column is missing in the first row: end_date." });
  expect(await world.sends(1, [robinsPlan])).toMatchObject({ kind: "received", isRepeat: false });
});

test("a truncated list removes no flag: what it leaves out stays in force and is listed", async ({
  world,
}) => {
  await world.sends(1, [robinsPlan, kitsPlan, samsPlan]);

  const report = await world.reportOf(2, [robinsPlan]);

  expect(report.counts).toMatchObject({ unchanged: 1, missing: 2 });
  expect(report.missing.map(({ localId }) => localId)).toEqual(["case-2", "case-3"]);
  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 open`,
    `${kit} looked-after 2026-01-05 open missing`,
    `${sam} unborn 2026-01-05 open missing`,
  ]);
});

test("a list of nothing but a header removes no flag", async ({ world }) => {
  await world.sends(1, [robinsPlan]);

  const report = await world.reportOf(2, feedFixture("header-only.csv"));

  expect(report).toMatchObject({ fileAnswer: "CPF04", counts: { rows: 0, missing: 1 } });
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-05 open missing`]);
});

test("a plan that comes back is missing no more", async ({ world }) => {
  await world.sends(1, [robinsPlan, kitsPlan]);
  await world.sends(2, [robinsPlan]);

  const report = await world.reportOf(3, [robinsPlan, kitsPlan]);

  expect(report.counts).toMatchObject({ unchanged: 2, changed: 0, missing: 0 });
  expect(await world.register()).not.toContainEqual(expect.stringContaining("missing"));
});

test("a plan whose row is wrong is not missing: it stays as it was", async ({ world }) => {
  await world.sends(1, [robinsPlan, kitsPlan]);

  const report = await world.reportOf(2, [robinsPlan, { ...kitsPlan, nhs_number: "9990000027" }]);

  expect(report.counts).toMatchObject({ rejected: 1, missing: 0 });
});

test("an end date ends a plan and a delete date deletes it; an ended one may then leave the list", async ({
  world,
}) => {
  await world.sends(1, [robinsPlan, kitsPlan]);

  const closing = [
    { ...robinsPlan, end_date: "2026-11-20" },
    { ...kitsPlan, delete_date: "2026-11-21" },
  ];
  const closed = await world.reportOf(2, closing);
  const later = await world.reportOf(3, [samsPlan]);

  expect(closed.counts).toMatchObject({ ended: 1, deleted: 1, changed: 0 });
  expect(later.counts).toMatchObject({ added: 1, missing: 0 });
  expect(await world.register()).toEqual([
    `${robin} child-protection 2026-01-05 until 2026-11-20`,
    `${kit} looked-after 2026-01-05 deleted`,
    `${sam} unborn 2026-01-05 open`,
  ]);
});

test("a first day put right changes the plan instead of adding another", async ({ world }) => {
  await world.sends(1, [robinsPlan]);

  const report = await world.reportOf(2, [{ ...robinsPlan, start_date: "2026-01-12" }]);

  expect(report.counts).toMatchObject({ changed: 1, added: 0, missing: 0 });
  expect(await world.register()).toEqual([`${robin} child-protection 2026-01-12 open`]);
});

test("a name put right changes the person everywhere", async ({ world }) => {
  const looked = { ...robinsPlan, plan_type: "LAC" };
  await world.sends(1, [robinsPlan, looked]);

  const report = await world.reportOf(2, [
    { ...robinsPlan, family_name: "Examples" },
    { ...looked, family_name: "Examples" },
  ]);

  expect(report.counts).toMatchObject({ changed: 2 });
  expect(
    await world.sql("select family_name from subject where authority_id = $1", [world.authority.id]),
  ).toEqual([{ family_name: "Examples" }]);
});

/** Sequence numbers of the lists that last brought or changed a plan. */
async function feedsThatBrought(world: FeedWorld): Promise<unknown[]> {
  const rows = await world.sql(
    "select distinct sequence from feed join plan on plan.feed_id = feed.id where feed.authority_id = $1",
    [world.authority.id],
  );
  return rows.map(({ sequence }) => sequence);
}

async function lastReceived(world: FeedWorld): Promise<unknown> {
  const [row] = await world.sql("select last_received_at from register_state where authority_id = $1", [
    world.authority.id,
  ]);
  return row?.["last_received_at"];
}
