import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { writeCorrectedList } from "@/server/domain/register/quality/corrected-list";
import { showQuality } from "@/server/domain/register/quality/show-quality";
import { feedNow, makeFeedNumbers, test as base, type FeedCells } from "@/test/support/make-feed";

const [robin = "", kit = "", sam = ""] = makeFeedNumbers(3);
const robinsPlan: FeedCells = { nhs_number: robin, local_id: "case-1" };
const kitsPlan: FeedCells = {
  nhs_number: kit,
  local_id: "case-2",
  family_name: "=Sample",
  given_names: "Kit",
};
const samsPlan: FeedCells = { nhs_number: sam, local_id: "case-3", start_date: "soon" };

const dayMilliseconds = 86_400_000;
const daysLater = (days: number) => new Date(feedNow.getTime() + days * dayMilliseconds);

interface Given {
  readonly quality: (at?: Date) => ReturnType<typeof showQuality>;
}

const test = base.extend<Given>({
  quality: async ({ pool, world }, use) =>
    use((at = feedNow) => withWork(pool, { actor: world.officer, now: at }, showQuality)),
});

test("a fault is open from the list that shows it first to the list in which it is fixed", async ({
  world,
  quality,
}) => {
  await world.sends(1, [robinsPlan, samsPlan]);
  await world.sends(2, [robinsPlan, samsPlan], daysLater(1));
  const open = await quality(daysLater(1));
  expect(open.open).toMatchObject([
    { cause: "dates", column: "start_date", rowNumber: 3, firstSequence: 1, firstShownAt: feedNow },
  ]);

  await world.sends(3, [robinsPlan, { ...samsPlan, start_date: "2026-03-01" }], daysLater(3));
  const fixed = await quality(daysLater(3));
  expect(fixed.open).toEqual([]);
  expect(fixed.fixed).toMatchObject([{ cause: "dates", firstSequence: 1, fixedSequence: 3 }]);
  expect(fixed.daysToFix).toBe(3);
});

test("what is missing from the list is a fault of its own, until the plan is back", async ({
  world,
  quality,
}) => {
  await world.sends(1, [robinsPlan, kitsPlan]);
  await world.sends(2, [robinsPlan]);
  expect((await quality()).open).toMatchObject([{ cause: "missing", value: "case-2" }]);

  await world.sends(3, [robinsPlan, kitsPlan]);
  expect((await quality()).open).toEqual([]);
});

test("the measures count the newest list, and the trend each month", async ({ world, quality }) => {
  await world.sends(1, [robinsPlan, kitsPlan, samsPlan, { nhs_number: "9990000019" }]);
  await world.sends(4, [robinsPlan, kitsPlan, samsPlan, { nhs_number: "9990000019" }]);

  const { newest, unmatched, gaps, months } = await quality();
  expect({ newest, unmatched, gaps }).toMatchObject({
    newest: { sequence: 4, rows: 4, loaded: 2 },
    unmatched: 1,
    gaps: 2,
  });
  expect(months).toHaveLength(12);
  expect(months.at(-1)).toEqual({
    month: "2026-11",
    lists: 2,
    rows: 8,
    loaded: 4,
    matched: 6,
    gaps: 2,
    opened: 2,
    fixed: 0,
    daysToFix: null,
  });
  expect(months[0]).toMatchObject({ month: "2025-12", lists: 0 });
});

test("a month begins by the calendar of London, in summer too", async ({ quality }) => {
  const { months } = await quality(new Date("2026-06-30T23:30:00Z"));

  expect(months.map(({ month }) => month)).toEqual([
    ...["2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"],
    ...["2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"],
  ]);
});

test("the corrected list keeps every row, says what is wrong beside it, and can be sent as it is", async ({
  world,
  pool,
}) => {
  const sent = await world.reportOf(1, [robinsPlan, kitsPlan, samsPlan]);
  const { fileName, text } = await withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
    writeCorrectedList(work, sent.feedId),
  );

  expect(fileName).toBe(`${world.authority.code}_2.csv`);
  const [header, first, second, third] = text.split("\r\n");
  expect(header).toContain("lantern_problem,lantern_suggestion");
  expect(first).toMatch(/case-1.*,,$/);
  // A spreadsheet must not take a name for a formula.
  expect(second).toContain("'=Sample");
  expect(third).toContain("start_date: ");

  const again = await world.reportOf(2, new TextEncoder().encode(text));
  expect(again.counts).toMatchObject({ rows: 3, unchanged: 2, rejected: 1, missing: 0 });
  expect(again.notes).toEqual([]);
});

test("the file of a list is kept until a newer one is applied", async ({ world, pool }) => {
  const sent = await world.reportOf(1, [robinsPlan]);
  await world.sends(2, [robinsPlan]);

  const looking = withWork(pool, { actor: world.officer, now: feedNow }, (work) =>
    writeCorrectedList(work, sent.feedId),
  );
  await expect(looking).rejects.toMatchObject({ kind: "not-found" });
});
