import { expect, test } from "@playwright/test";
import { shortName, worstFirst } from "@/app/(oversight)/tonight/tile-words";
import type { AuthorityFacts, FirstOnCall } from "@/server/domain/tonight/facts";
import { verdictOf, type Way } from "@/server/domain/tonight/finding";
import { judgeAuthority, judgeService } from "@/server/domain/tonight/judge-tonight";
import { vendorsOf } from "@/server/domain/tonight/vendors";
import type { CountedPush } from "@/server/domain/insight/count-pushes";
import type { ReachLevel } from "@/server/vocabulary/reach";
import {
  inHours,
  makeNight,
  makeOnCall,
  makeServiceFacts,
  minutesAgo,
  nightNow,
} from "@/test/support/make-night";

function found(level: ReachLevel, checkedAt = minutesAgo(180)): FirstOnCall {
  const reasons = level === "reachable" ? [] : [{ kind: "no-phone" as const }];
  return makeOnCall({ reach: { level, checkedAt, lastProvenAt: null, reasons } });
}

const gap = (from: number, to: number) => ({ startsAt: inHours(from), endsAt: inHours(to) });
const list = (change: Partial<AuthorityFacts["list"]>) => ({ ...makeNight().list, ...change });
const ring: Way = { kind: "ring", who: "Emergency duty team, Testshire", number: "01632 960200" };

interface Case {
  readonly title: string;
  readonly facts: Partial<AuthorityFacts>;
  /** What is not fine, in order. */
  readonly found: readonly string[];
  readonly what?: RegExp;
  /** The first tap of the first of them. */
  readonly way?: Partial<Way>;
}

const cases: readonly Case[] = [
  { title: "a night of which nothing is wrong", facts: {}, found: [] },
  {
    title: "nobody on call now, on any rung",
    facts: { first: [], behind: 0 },
    found: ["bad nobody-now"],
    what: /Nobody is first on call now. An alert would reach nobody/,
    way: { kind: "look", href: "/rota" },
  },
  {
    title: "nobody on the first rung while others stand behind",
    facts: { first: [], behind: 2 },
    found: ["bad nobody-now"],
    what: /An alert waits until the next rung is told/,
  },
  {
    title: "an authority without a team",
    facts: { first: [], behind: 0, teams: [], next: null },
    found: ["bad nobody-now"],
    way: { kind: "look", href: "/rota/ladder" },
  },
  {
    title: "the first on call cannot be reached",
    facts: { first: [found("unreachable")] },
    found: ["bad unreachable-now"],
    what: /Amira Hassan, first on call now, cannot be reached. No phone is set up/,
    way: ring,
  },
  {
    title: "two are first on call, and one of them can be reached",
    facts: { first: [found("unreachable"), found("reachable")] },
    found: [],
  },
  {
    title: "the first on call may not be reached",
    facts: { first: [found("doubtful")] },
    found: ["doubtful unreachable-now"],
    way: { kind: "check", teamName: "Duty team" },
  },
  {
    title: "nobody has looked whether the first on call can be reached",
    facts: { first: [makeOnCall({ reach: null })] },
    found: ["doubtful unreachable-now"],
    what: /Nobody has looked lately/,
    way: { kind: "check" },
  },
  {
    title: "a check of 26 hours ago still counts",
    facts: { first: [found("reachable", minutesAgo(26 * 60))] },
    found: [],
  },
  {
    title: "an older one does not",
    facts: { first: [found("reachable", minutesAgo(26 * 60 + 1))] },
    found: ["doubtful unreachable-now"],
  },
  {
    title: "nobody next, within a day",
    facts: { next: { at: inHours(11), first: [] }, gaps: [gap(11, 20)] },
    found: ["bad nobody-next"],
    what: /after whoever is now, from Tue 24 Nov 08:00 on/,
    way: { kind: "look", href: "/rota" },
  },
  {
    title: "nobody next, in three days",
    facts: { next: { at: inHours(72), first: [] }, gaps: [gap(72, 80)] },
    found: ["doubtful nobody-next"],
  },
  { title: "nobody else in 14 days, and no gap", facts: { next: null }, found: [] },
  {
    title: "the next one cannot be reached",
    facts: { next: { at: inHours(11), first: [found("unreachable")] } },
    found: ["doubtful unreachable-next"],
    way: { kind: "look", href: "/rota/reach" },
  },
  {
    title: "nobody has looked at the next one, which the check before the shift does",
    facts: { next: { at: inHours(11), first: [makeOnCall({ reach: null })] } },
    found: [],
  },
  {
    title: "a gap tomorrow night",
    facts: { gaps: [gap(23, 25)] },
    found: ["bad gaps"],
    way: { kind: "look", href: "/rota" },
  },
  {
    title: "gaps within 14 days",
    facts: { gaps: [gap(200, 210), gap(220, 230)] },
    found: ["doubtful gaps"],
    what: /Nobody is first on call on Wed 2 Dec from 05:00 to 15:00. Besides: 1 more gap/,
  },
  {
    title: "a gap that has begun is told once, a later one besides",
    facts: { first: [], gaps: [gap(0, 2), gap(100, 101)] },
    found: ["bad nobody-now", "doubtful gaps"],
  },
  {
    title: "an alert that waits no longer than the first rung",
    facts: { alerts: { count: 1, oldestAt: minutesAgo(5), unreached: 0 } },
    found: [],
  },
  {
    title: "an alert that waits longer than the first rung",
    facts: { alerts: { count: 2, oldestAt: minutesAgo(6), unreached: 0 } },
    found: ["bad waiting"],
    what: /2 alerts wait to be taken, the oldest since 20:54: 6 minutes, where 5 are meant/,
    way: ring,
  },
  {
    title: "a ladder whose first rung has longer",
    facts: { rungMinutes: 10, alerts: { count: 2, oldestAt: minutesAgo(6), unreached: 0 } },
    found: [],
  },
  {
    title: "an alert that reached nobody",
    facts: { alerts: { count: 1, oldestAt: minutesAgo(30), unreached: 1 } },
    found: ["bad unreached", "bad waiting"],
    what: /1 alert has reached nobody: the whole ladder was tried/,
    way: ring,
  },
  {
    title: "no number to ring",
    facts: { ring: null, alerts: { count: 1, oldestAt: minutesAgo(30), unreached: 0 } },
    found: ["bad waiting"],
    way: { kind: "look", href: "/duty" },
  },
  { title: "a list of two days ago", facts: { list: list({ lastReceivedAt: inHours(-48) }) }, found: [] },
  {
    title: "a list that is older than two days",
    facts: { list: list({ lastReceivedAt: inHours(-49) }) },
    found: ["bad list"],
    what: /List number 7 was received Sat 21 Nov 20:00, 2 days ago/,
    way: { kind: "look", href: "/feeds" },
  },
  {
    title: "no list at all",
    facts: { list: { lastSequence: 0, lastReceivedAt: null, skipped: 0 } },
    found: ["bad list"],
    what: /No list of plans was ever loaded/,
  },
  {
    title: "a list before which numbers were skipped",
    facts: { list: list({ skipped: 2 }) },
    found: ["doubtful list-skipped"],
    what: /2 numbers were skipped before list 7/,
    way: { kind: "look", href: "/feeds" },
  },
  {
    title: "everything at once, the worst first",
    facts: {
      first: [],
      behind: 0,
      gaps: [gap(0, 2), gap(100, 101)],
      alerts: { count: 1, oldestAt: minutesAgo(30), unreached: 1 },
      list: { lastSequence: 7, lastReceivedAt: inHours(-100), skipped: 1 },
    },
    found: [
      "bad nobody-now",
      "bad unreached",
      "bad waiting",
      "bad list",
      "doubtful gaps",
      "doubtful list-skipped",
    ],
  },
];

for (const { title, facts, found: expected, what, way } of cases) {
  test(`judged: ${title}`, () => {
    const findings = judgeAuthority(makeNight(facts), nightNow);
    const wrong = findings.filter(({ level }) => level !== "fine");

    expect(wrong.map(({ level, kind }) => `${level} ${kind}`)).toEqual(expected);
    if (what) expect(wrong[0]?.what).toMatch(what);
    if (way) expect(wrong[0]?.ways[0]).toMatchObject(way);
    for (const finding of wrong) {
      expect(finding.todo, finding.kind).not.toBe("");
      expect(finding.ways.length, finding.kind).toBeGreaterThan(0);
    }
  });
}

const pushes = (counts: Partial<Record<CountedPush["name"], number>>): CountedPush[] =>
  Object.entries(counts).map(([name, count]) => ({
    host: "web.push.apple.com",
    name: name as CountedPush["name"],
    count,
  }));

const vendorCases = [
  { title: "all accepted", counts: { accepted: 50 }, isFailing: false },
  { title: "just a tenth refused", counts: { accepted: 18, refused: 2 }, isFailing: false },
  { title: "more than a tenth refused", counts: { accepted: 17, refused: 2 }, isFailing: true },
  { title: "put off and not answered", counts: { accepted: 3, later: 1, unreachable: 1 }, isFailing: true },
  { title: "all refused, of four", counts: { refused: 4 }, isFailing: false },
  { title: "phones that are gone", counts: { accepted: 1, gone: 40 }, isFailing: false },
  { title: "those that have no answer yet", counts: { accepted: 5, waiting: 40 }, isFailing: false },
] as const;

for (const { title, counts, isFailing } of vendorCases) {
  test(`a push service ${isFailing ? "fails" : "does not fail"}: ${title}`, () => {
    const facts = makeServiceFacts({ pushes: pushes(counts) });
    const findings = judgeService(facts, { silent: [ring], vendor: [ring] });

    expect(vendorsOf(facts.pushes)).toMatchObject([{ isFailing }]);
    expect(findings.filter(({ level }) => level === "bad").map(({ kind }) => kind)).toEqual(
      isFailing ? ["vendor-failing"] : [],
    );
  });
}

test("deliveries that are not proven are told first, with what to do", () => {
  const delivery = {
    secondsSinceProven: 400,
    isSilent: true,
    line: "last proven delivery 400 s ago",
    failure: undefined,
  };
  const findings = judgeService(makeServiceFacts({ delivery, pushes: pushes({ refused: 9 }) }), {
    silent: [ring],
    vendor: [],
  });

  expect(findings.map(({ kind, level }) => `${level} ${kind}`)).toEqual([
    "bad delivery-silent",
    "bad vendor-failing",
  ]);
  expect(findings[0]).toMatchObject({ ways: [ring], what: expect.stringContaining("400 s ago") });
});

for (const { levels, line } of [
  { levels: [], line: "Tonight can be trusted." },
  { levels: ["fine", "fine"], line: "Tonight can be trusted." },
  { levels: ["bad", "doubtful"], line: "1 thing needs you before tonight can be trusted." },
  { levels: ["bad", "bad", "bad"], line: "3 things need you before tonight can be trusted." },
  { levels: ["doubtful", "fine"], line: "Tonight may be trusted once you have looked at 1 thing." },
  { levels: ["doubtful", "doubtful"], line: "Tonight may be trusted once you have looked at 2 things." },
] as const) {
  test(`the verdict on ${levels.join(", ") || "nothing"}: ${line}`, () => {
    expect(verdictOf(levels.map((level) => ({ level }))).line).toBe(line);
  });
}

for (const [name, short] of [
  ["Leeds", "Leeds"],
  ["Bath and North East Somerset", "BNES"],
  ["Kingston upon Hull, City of", "KHC"],
  ["Hertfordshire", "Hertf"],
  ["Stoke-on-Trent", "ST"],
] as const) {
  test(`on a tile ${name} is ${short}`, () => {
    expect(shortName(name)).toBe(short);
  });
}

test("the table has the worst first, and each state by name", () => {
  const tile = (name: string, state: "bad" | "doubtful" | "fine" | "not-live") => {
    return { authorityId: name, name, region: "", state, findings: [] };
  };
  const tiles = [
    tile("A", "fine"),
    tile("B", "not-live"),
    tile("D", "bad"),
    tile("C", "bad"),
    tile("E", "doubtful"),
  ];

  expect(worstFirst(tiles).map(({ name }) => name)).toEqual(["C", "D", "E", "A", "B"]);
});
