import { expect } from "@playwright/test";
import fc from "fast-check";
import { sourceOf } from "@/server/domain/register/feed-file/feed-source";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { addDays } from "@/server/vocabulary/london-time";
import { makeWorld } from "@/test/support/make-world";
import {
  feedNow,
  makeFeedFile,
  makeFeedNumbers,
  makeFeedRow,
  makeFeedWorld,
  test,
  type FeedCells,
} from "@/test/support/make-feed";

const numbers = makeFeedNumbers(6);

/** One plan of one of six people; ends and deletions as often as open ones. */
const anyPlan = fc
  .record({
    person: fc.nat(numbers.length - 1),
    planType: fc.constantFrom("CPP", "LAC", "UCPP"),
    startsAfter: fc.nat(300),
    lasts: fc.option(fc.nat(100)),
    isDeleted: fc.boolean(),
  })
  .map(({ person, planType, startsAfter, lasts, isDeleted }): FeedCells => {
    const start = addDays("2025-12-01", startsAfter);
    return {
      nhs_number: numbers[person] ?? "",
      local_id: `case-${person}`,
      plan_type: planType,
      start_date: start,
      end_date: lasts === null ? "" : addDays(start, lasts),
      delete_date: isDeleted && lasts === null ? "2026-11-01" : "",
      due_date: planType === "UCPP" ? "2027-01-15" : "",
    };
  });

const anyList = fc.uniqueArray(anyPlan, {
  maxLength: 12,
  selector: ({ nhs_number, plan_type }) => `${nhs_number} ${plan_type}`,
});

/** What names hold, and what could be taken for the end of a cell or a row. */
const letters = ["a", "Z", "é", " ", "ñ", ",", '"', "'", "-", "\n", "\r", ";", "👶", "د"];
const anyName = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });

test("any list that is written out, disturbed by a harmless encoding and read back is the same list", async () => {
  const disturbances = fc.constantFrom<(bytes: Uint8Array) => Uint8Array>(
    (bytes) => bytes,
    (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString("utf8")}`, "utf16le"),
  );

  await fc.assert(
    fc.asyncProperty(anyList, anyName, disturbances, async (list, name, disturb) => {
      fc.pre(name.trim() !== "");
      const named = list.map((cells) => ({ ...cells, family_name: name }));

      const plain = await readFeed(sourceOf(makeFeedFile(named)), { today: "2026-11-23" });
      const disturbed = await readFeed(sourceOf(disturb(makeFeedFile(named))), { today: "2026-11-23" });

      expect(plain).toMatchObject({ ok: true, problems: [], rowCount: list.length });
      expect(disturbed).toEqual(plain);
      if (plain.ok) expect(plain.rows.map((row) => row.familyName)).toEqual(list.map(() => name.trim()));
    }),
    { numRuns: 200 },
  );
});

test("whatever two lists say, the register ends as the newer one says, with what it left out still in force", async ({
  desk,
  database,
}) => {
  test.setTimeout(120_000);
  const world = await makeWorld(database, feedNow);

  await fc.assert(
    fc.asyncProperty(anyList, anyList, async (first, second) => {
      for (const table of [
        "plan_change",
        "birth_question",
        "data_fault",
        "row_problem",
        "plan",
        "feed_content",
        "feed",
      ])
        await world.sql(`delete from ${table} where authority_id = $1`, [world.authority.id]);
      const authority = await makeFeedWorld(desk, world);

      await authority.sends(1, first);
      const before = await authority.register();
      await authority.sends(2, second);
      const after = await authority.register();

      const listed = second.map(lineOf);
      expect(after).toEqual(expect.arrayContaining(listed));
      const others = after.filter((line) => !listed.includes(line));
      // What is neither in the list nor put right by it: unchanged, and marked missing if it is in force.
      for (const line of others) expect(before).toContain(line.replace(/ missing$/, ""));
      for (const line of others) expect(line).toMatch(/(until|deleted|missing)/);
    }),
    { numRuns: 25 },
  );
});

/** The line that the register has for a plan of the list. */
function lineOf(cells: FeedCells): string {
  const kinds: Readonly<Record<string, string>> = {
    CPP: "child-protection",
    LAC: "looked-after",
    UCPP: "unborn",
  };
  const row = makeFeedRow(cells);
  const open = row.end_date === "" ? "open" : `until ${row.end_date}`;
  const state = row.delete_date === "" ? open : "deleted";
  return `${row.nhs_number} ${kinds[row.plan_type] ?? ""} ${row.start_date} ${state}`;
}
