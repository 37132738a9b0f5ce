import { expect, test } from "@playwright/test";
import type { AuthorityFacts, FirstOnCall } from "@/server/domain/tonight/facts";
import type { Way } from "@/server/domain/tonight/finding";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import type { ReachLevel } from "@/server/vocabulary/reach";
import { inHours, makeNight, makeOnCall, minutesAgo, nightNow } from "@/test/support/make-night";

function found(level: ReachLevel, checkedAt = minutesAgo(180)): FirstOnCall {
  const reasons = level === "reachable" ? [] : [{ kind: "no-phone" as const }];
  return makeOnCall({ reach: { level, checkedAt, lastProvenAt: null, reasons } });
}

const teamId = makeNight().teams[0]?.teamId ?? "";
const gap = (from: number, to: number) => ({ teamId, startsAt: inHours(from), endsAt: inHours(to) });
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
    way: { kind: "look", href: `/rota?team=${teamId}&day=2026-11-23` },
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
    way: { kind: "look", href: `/rota?team=${teamId}&day=2026-11-24` },
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
    way: { kind: "look", href: `/rota?team=${teamId}&day=2026-11-24` },
  },
  {
    title: "gaps within 14 days",
    facts: { gaps: [gap(200, 210), gap(220, 230)] },
    found: ["doubtful gaps"],
    what: /Nobody is first on call on Wed 2 Dec from 05:00 to 15:00. Besides: 1 more gap/,
    way: { kind: "look", href: `/rota?team=${teamId}&day=2026-12-02` },
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

test("beside an alert that reached nobody, what waits is not called in time", () => {
  const alerts = { count: 3, oldestAt: minutesAgo(2), unreached: 1 };

  const findings = judgeAuthority(makeNight({ alerts }), nightNow);

  expect(findings.filter(({ kind }) => kind === "waiting")).toEqual([]);
});

test("without a team nobody says that its rota has no gap", () => {
  const kinds = (facts: Partial<AuthorityFacts>) =>
    judgeAuthority(makeNight(facts), nightNow).map(({ kind }) => kind);

  expect(kinds({})).toContain("gaps");
  expect(kinds({ first: [], behind: 0, teams: [], next: null })).not.toContain("gaps");
});
