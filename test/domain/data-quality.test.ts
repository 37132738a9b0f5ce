import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { judgeQuality } from "@/server/domain/quality/judge-quality";
import type { AuthorityQuality } from "@/server/domain/quality/list-quality";
import { listsToTell } from "@/server/domain/quality/lists-to-tell";
import { qualityLines } from "@/server/domain/quality/quality-lines";
import {
  readDataQuality,
  type DataQuality,
  type JudgedQuality,
} from "@/server/domain/quality/read-data-quality";
import { showQuality } from "@/server/domain/register/quality/show-quality";
import type { PersonActor } from "@/server/vocabulary/actor";
import { FeedId, OrganisationId } from "@/server/vocabulary/ids";
import { countFigures } from "@/test/support/count-figures";
import { makeAppliedList, makeFault, makeListActs } from "@/test/support/make-list-past";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const now = new Date("2026-11-23T21:14:00Z");
const dayMilliseconds = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);

const newest = {
  feedId: FeedId.parse("0197f0a0-0000-7000-8000-000000000001"),
  sequence: 7,
  receivedAt: daysAgo(0.5),
  rows: 200,
  loaded: 200,
  unmatched: 0,
};
const good: AuthorityQuality = {
  authorityId: OrganisationId.parse("0197f0a0-0000-7000-8000-000000000002"),
  name: "Testshire",
  region: "",
  ring: null,
  lastReceivedAt: daysAgo(0.5),
  newest,
  skipped: 0,
  openCount: 0,
  oldestOpenAt: null,
  daysToMend: null,
  mendedCount: 0,
  byCode: [],
  work: null,
};

for (const [what, change, found] of [
  ["a good list", {}, []],
  ["no list at all", { lastReceivedAt: null, newest: null }, ["bad none"]],
  ["a list of just two days", { lastReceivedAt: daysAgo(2) }, []],
  ["an older one", { lastReceivedAt: new Date(daysAgo(2).getTime() - 1) }, ["bad stale"]],
  ["just 95% that agree", { newest: { ...newest, unmatched: 10 } }, []],
  ["fewer than 95% that agree", { newest: { ...newest, unmatched: 11 } }, ["bad unmatched"]],
  ["a row that was not loaded", { newest: { ...newest, loaded: 199 } }, ["doubtful not-loaded"]],
  ["a list without rows", { newest: { ...newest, rows: 0, loaded: 0 } }, []],
  ["a fault of just four weeks", { openCount: 1, oldestOpenAt: daysAgo(28) }, []],
  ["an older fault", { openCount: 1, oldestOpenAt: daysAgo(28.1) }, ["doubtful long-open"]],
  ["a number that was skipped", { skipped: 1 }, ["doubtful skipped"]],
] as const) {
  test(`lists are judged: ${what}`, () => {
    const findings = judgeQuality({ ...good, ...change }, now);

    expect(findings.map(({ level, kind }) => `${level} ${kind}`)).toEqual(found);
    expect(findings.every(({ todo, href }) => todo !== "" && href.startsWith("/feeds"))).toBe(true);
  });
}

const figuresOf = (lines: Iterable<readonly string[]>, table: RegExp) =>
  [...lines].filter(([name]) => table.test(name ?? "")).map(([, ...line]) => line.join(": "));
const noProblems = { weeks: [], told: [] };
const beside = { byCode: [], problems: noProblems };
const own: JudgedQuality = { ...good, ...beside, findings: [], lists: listsToTell([newest], beside) };
const quality: DataQuality = {
  asAt: now,
  workAge: { countedAt: now, isBehind: false },
  isOfAll: false,
  authorities: [],
  weeks: [],
  problems: noProblems,
  mending: null,
};

for (const [what, unmatched, byCode, match, wrong] of [
  ["nothing wrong", 0, [], ["200", "0", "200"], ["0"]],
  ["few that do not agree", 3, [["CPR03", 3]], ["hidden", "hidden", "200"], ["hidden", "hidden"]],
  ["many", 9, [["CPR03", 9]], ["191", "9", "200"], ["9", "9"]],
  // 7 less 5 would be the 2.
  [
    "few of a code that could be taken from the list",
    7,
    [
      ["CPR01", 5],
      ["CPR03", 2],
      ["CPR07", 6],
    ],
    ["hidden", "hidden", "200"],
    ["hidden", "hidden", "6", "13"],
  ],
] as const) {
  test(`a file of one's own lists tells of no few children: ${what}`, () => {
    const list = { ...newest, unmatched };
    const counts = byCode.map(([rowAnswer, count]) => ({ rowAnswer, count }));
    const lists = listsToTell([{ ...newest, sequence: 6 }, list], { ...beside, byCode: counts });
    const lines = [
      ...qualityLines({
        ...quality,
        authorities: [{ ...own, newest: list, lists, byCode: counts }],
      }),
    ];

    expect(figuresOf(lines, /^Lists, Testshire/).slice(-5)).toEqual([
      `number 7, 2026-11-23: Agree with demographics: ${match[0]}`,
      `number 7, 2026-11-23: Do not agree: ${match[1]}`,
      `number 7, 2026-11-23: Rows: ${match[2]}`,
      "number 7, 2026-11-23: Loaded: 200",
      "number 7, 2026-11-23: Not loaded: 0",
    ]);
    expect(figuresOf(lines, /^Wrong today/).map((line) => line.split(": ").at(-1))).toEqual(wrong);
  });
}

test("a file of all lists tells what is wrong today only where that tells nothing of the lists", () => {
  const unloaded = (rows: number) => ({ newest: { ...newest, loaded: 200 - rows }, openCount: rows });
  const files = [
    [{ name: "Fewshire", ...unloaded(3) }, { name: "Nextshire", ...unloaded(12) }, { name: "Wholeshire" }],
    [{ name: "Fewshire", ...unloaded(6) }, { name: "Nextshire", ...unloaded(12) }, { name: "Wholeshire" }],
  ].map((changes) => {
    const authorities = changes.map((change) => ({ ...own, ...change }));
    const lines = [...qualityLines({ ...quality, isOfAll: true, authorities })];
    return figuresOf(lines, /^Wrong today$/);
  });

  expect(files).toEqual([
    ["Fewshire: Number: hidden", "Nextshire: Number: hidden", "Wholeshire: Number: 0", "all: Number: hidden"],
    ["Fewshire: Number: 6", "Nextshire: Number: 12", "Wholeshire: Number: 0", "all: Number: 18"],
  ]);
});

test("a file of all lists has the sums of the page, and days to mend of few are hidden", () => {
  const few = { ...own, name: "Fewshire", mendedCount: 2, daysToMend: 3.04, openCount: 8 };
  const many = { ...own, mendedCount: 12, daysToMend: 3.04, openCount: 20 };
  const mending = { days: 3.04, count: 14 };
  const lines = [...qualityLines({ ...quality, isOfAll: true, authorities: [few, many], mending })];

  expect(
    figuresOf(lines, /^(?:Newest list: agreement|Wrong today)$/).filter((line) => line.startsWith("all")),
  ).toEqual([
    "all: Agree with demographics: 400",
    "all: Do not agree: 0",
    "all: Rows: 400",
    "all: Number: 28",
  ]);
  // 14 less 12 would be the 2.
  expect(figuresOf(lines, /^Time to mend$/)).toEqual([
    "Fewshire: Mended in 91 days: hidden",
    "Fewshire: Days to mend, median: hidden",
    "Testshire: Mended in 91 days: hidden",
    "Testshire: Days to mend, median: 3",
    "all: Mended in 91 days: 14",
    "all: Days to mend, median: 3",
  ]);
});

const faults = [
  ["CPR03", 40],
  ["CPR03", 1],
  ["CPR07", 1],
  ["CPR01", 30, 20],
  ["CPR01", 8, 4],
  ["CPR01", 200, 95],
] as const;

/** Two lists of one authority with faults, and work at them; one list of another, with rows that were not loaded. */
async function makePast(world: World, other: World) {
  await makeAppliedList(world, { sequence: 1, at: daysAgo(10) });
  const newestId = await makeAppliedList(world, { sequence: 2, at: daysAgo(1), loaded: 97, unmatched: 6 });
  await makeAppliedList(other, { sequence: 1, at: daysAgo(1), loaded: 90 });
  for (const [rowAnswer, shown, fixed] of faults) {
    const fault = { feedId: newestId, rowAnswer, shownAt: daysAgo(shown) };
    await makeFault(world, fixed === undefined ? fault : { ...fault, fixedAt: daysAgo(fixed) });
  }
  const [officer, colleague] = [await world.person("data-officer"), await world.person("data-officer")];
  // 14 + 15 minutes; 16 is a pause. Another day: 5, and of a colleague 10 at the same time. What is too old is left out.
  await makeListActs(world, officer, { from: daysAgo(3), minutes: [0, 14, 29, 45] });
  await makeListActs(world, officer, { from: daysAgo(2), minutes: [0, 5] });
  await makeListActs(world, colleague, { from: daysAgo(2), minutes: [1, 11] });
  await makeListActs(world, officer, { from: daysAgo(40), minutes: [0, 10] });
  return { newestId, officer };
}

test("a manager reads of the own lists what was written, the same as on the page of each row, and of no other", async ({
  own,
  world,
  service,
}) => {
  const other = await makeWorld(own, now);
  const { newestId, officer } = await makePast(world, other);
  await countFigures(service.database, now);
  const manager = await world.person("authority-manager");

  const read = await withWork(service.database, { actor: manager, now }, readDataQuality);

  expect(read.authorities).toMatchObject([
    {
      authorityId: world.authority.id,
      newest: { feedId: newestId, rows: 100, loaded: 97, unmatched: 6 },
      openCount: 3,
      oldestOpenAt: daysAgo(40),
      byCode: [
        { rowAnswer: "CPR03", count: 2 },
        { rowAnswer: "CPR07", count: 1 },
      ],
      daysToMend: 7,
      mendedCount: 2,
      work: { minutesADay: (29 + 15) / 2, days: 2 },
      lists: [{ sequence: 1 }, { sequence: 2 }],
      findings: [{ kind: "unmatched" }, { kind: "not-loaded" }, { kind: "long-open" }],
    },
  ]);
  expect(read.workAge).toEqual({ countedAt: now, isBehind: false });
  expect(JSON.stringify(read)).not.toContain("Secret");
  const shown = await withWork(service.database, { actor: officer, now }, showQuality);
  expect(shown).toMatchObject({ unmatched: 6, openCount: 3, daysToFix: 7 });
  const audit = await world.sql("select action from audit where person_id = $1", [manager.personId]);
  expect(audit).toEqual([{ action: "quality:read" }]);
});

test("an operator reads of every authority, the worst first, and of all together by week", async ({
  own,
  world,
  service,
}) => {
  const other = await makeWorld(own, now);
  await makePast(world, other);
  const operator = await world.person("operator");

  const read = await withWork(service.database, { actor: operator, now }, readDataQuality);

  expect(read.authorities.map(({ authorityId, openCount }) => [authorityId, openCount])).toEqual([
    [world.authority.id, 3],
    [other.authority.id, 0],
  ]);
  expect(read.weeks.map(({ lists }) => lists).slice(-3)).toEqual([0, 1, 2]);
  expect(read.weeks.at(-1)).toMatchObject({ from: "2026-11-17", rows: 200, loaded: 187, unmatched: 6 });
  expect(JSON.stringify(read)).not.toContain("Secret");
});

test("who is neither an authority's manager nor an operator sees no fact of lists, faults or work at them", async ({
  own,
  world,
  service,
}) => {
  await makePast(world, await makeWorld(own, now));
  await countFigures(service.database, now);
  const sees = (actor: PersonActor, what: string) =>
    withWork(service.database, { actor, now }, ({ tx }) => tx.$queryRawUnsafe(`select ${what}`));
  const manager = await world.person("authority-manager");
  const others = ["crew", "health-manager", "data-officer", "duty-social-worker", "privacy-officer"] as const;
  const facts = [
    "distinct authority_id::text from list_fact",
    "distinct authority_id::text from fault_fact",
    "distinct authority_id::text from list_work_day",
  ];

  for (const what of facts) {
    expect(await sees(manager, what), what).toEqual([{ authority_id: world.authority.id }]);
    for (const role of others)
      expect(await sees(await world.person(role), what), `${role}: ${what}`).toEqual([]);
  }
});
