import { expect, test } from "@playwright/test";
import type { AuthorityFacts } from "@/server/domain/tonight/facts";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import { inHours, makeNight, minutesAgo, nightNow } from "@/test/support/make-night";
import { gapIn, nightTeamId, ringTestshire, testNights } from "@/test/support/night-cases";

const list = (change: Partial<AuthorityFacts["list"]>) => ({ ...makeNight().list, ...change });

testNights([
  {
    title: "a gap tomorrow night",
    facts: { gaps: [gapIn(23, 25)] },
    found: ["bad gaps"],
    way: { kind: "look", href: `/rota?team=${nightTeamId}&day=2026-11-24` },
  },
  {
    title: "gaps within 14 days",
    facts: { gaps: [gapIn(200, 210), gapIn(220, 230)] },
    found: ["doubtful gaps"],
    what: /Nobody is first on call on Wed 2 Dec from 05:00 to 15:00. Besides: 1 more gap/,
    way: { kind: "look", href: `/rota?team=${nightTeamId}&day=2026-12-02` },
  },
  {
    title: "a gap that has begun is told once, a later one besides",
    facts: { first: [], gaps: [gapIn(0, 2), gapIn(100, 101)] },
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
    way: ringTestshire,
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
    way: ringTestshire,
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
    title: "a list whose days are more than its hours",
    facts: { list: list({ lastReceivedAt: inHours(-71) }) },
    found: ["bad list"],
    what: /List number 7 was received Fri 20 Nov 22:00, 3 days ago/,
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
      behind: [],
      gaps: [gapIn(0, 2), gapIn(100, 101)],
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
]);

test("beside an alert that reached nobody, what waits is not called in time", () => {
  const alerts = { count: 3, oldestAt: minutesAgo(2), unreached: 1 };

  const findings = judgeAuthority(makeNight({ alerts }), nightNow);

  expect(findings.filter(({ kind }) => kind === "waiting")).toEqual([]);
});

test("without a team nobody says that its rota has no gap", () => {
  const kinds = (facts: Partial<AuthorityFacts>) =>
    judgeAuthority(makeNight(facts), nightNow).map(({ kind }) => kind);

  expect(kinds({})).toContain("gaps");
  expect(kinds({ first: [], behind: [], teams: [], next: null })).not.toContain("gaps");
});
