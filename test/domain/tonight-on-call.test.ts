import { expect, test } from "@playwright/test";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import { inHours, makeNight, makeOnCall, minutesAgo, nightNow } from "@/test/support/make-night";
import { foundOnCall, gapIn, nightTeamId, ringTestshire, testNights } from "@/test/support/night-cases";

testNights([
  { title: "a night of which nothing is wrong", facts: {}, found: [] },
  {
    title: "nobody on call now, on any rung",
    facts: { first: [], behind: [] },
    found: ["bad nobody-now"],
    what: /Nobody is first on call now. An alert would reach nobody/,
    way: { kind: "look", href: `/rota?team=${nightTeamId}&day=2026-11-23` },
  },
  {
    title: "nobody on the first rung while others stand behind",
    facts: { first: [] },
    found: ["bad nobody-now"],
    what: /An alert goes to the next rung at once/,
  },
  {
    title: "an authority without a team",
    facts: { first: [], behind: [], teams: [], next: null },
    found: ["bad nobody-now"],
    way: { kind: "look", href: "/rota/ladder" },
  },
  {
    title: "the first on call cannot be reached",
    facts: { first: [foundOnCall("unreachable")] },
    found: ["bad unreachable-now"],
    what: /Amira Hassan, first on call now, cannot be reached. No phone is set up/,
    way: ringTestshire,
  },
  {
    title: "two are first on call, and one of them can be reached",
    facts: { first: [foundOnCall("unreachable"), foundOnCall("reachable", minutesAgo(180), "Ben Carter")] },
    found: ["doubtful unreachable-now"],
    what: /^Amira Hassan, first on call now beside Ben Carter, cannot be reached. No phone is set up.$/,
    way: { kind: "check" },
  },
  {
    title: "two are first on call, one of whom nobody may name, nor why they cannot be reached",
    facts: {
      first: ["unreachable" as const, "reachable" as const].map((level) =>
        makeOnCall({
          name: null,
          reach: { level, checkedAt: minutesAgo(180), lastProvenAt: null, reasons: [] },
        }),
      ),
    },
    found: ["doubtful unreachable-now"],
    what: /^The person on duty, first on call now beside others, cannot be reached\.$/,
  },
  {
    title: "two are first on call, at one of whom nobody has looked",
    facts: { first: [makeOnCall({ reach: null }), foundOnCall("reachable", minutesAgo(180), "Ben Carter")] },
    found: [],
  },
  {
    title: "two are first on call, one of whom cannot be reached, and nobody has looked at the other",
    facts: { first: [foundOnCall("unreachable"), makeOnCall({ name: "Ben Carter", reach: null })] },
    found: ["doubtful unreachable-now", "doubtful unreachable-now"],
    what: /^Nobody has looked lately whether Ben Carter, first on call now, can be reached\.$/,
  },
  {
    title: "two are first on call, one of whom cannot be reached, and the other perhaps",
    facts: { first: [foundOnCall("unreachable"), foundOnCall("doubtful", minutesAgo(180), "Ben Carter")] },
    found: ["doubtful unreachable-now", "doubtful unreachable-now"],
    what: /^Ben Carter, first on call now, may not be reached\./,
  },
  {
    title: "two come next, one of whom cannot be reached",
    facts: {
      next: {
        at: inHours(11),
        first: [foundOnCall("unreachable"), foundOnCall("reachable", minutesAgo(180), "Ben Carter")],
      },
    },
    found: ["doubtful unreachable-next"],
    what: /^Amira Hassan, first on call from Tue 24 Nov 08:00 beside Ben Carter, cannot be reached\. No phone/,
  },
  {
    title: "two come next, one of whom cannot be reached, and the other perhaps",
    facts: {
      next: {
        at: inHours(11),
        first: [foundOnCall("unreachable"), foundOnCall("doubtful", minutesAgo(180), "Ben Carter")],
      },
    },
    found: ["doubtful unreachable-next", "doubtful unreachable-next"],
    what: /^Ben Carter, first on call from Tue 24 Nov 08:00, may not be reached\./,
  },
  {
    title: "nobody on the rungs behind",
    facts: { behind: [] },
    found: ["doubtful behind"],
    what: /^Nobody else stands on the rungs behind: an alert that is not taken goes no further\.$/,
    way: { kind: "look", href: "/rota/ladder" },
  },
  {
    title: "nobody on the rungs behind can be reached",
    facts: {
      behind: [foundOnCall("unreachable"), foundOnCall("unreachable", minutesAgo(180), "Ben Carter")],
    },
    found: ["doubtful behind"],
    what: /^Amira Hassan and Ben Carter on the rungs behind cannot be reached: an alert that is not taken goes no further\.$/,
    way: { kind: "look", href: "/rota/reach" },
  },
  {
    title: "the one on the rungs behind cannot be reached",
    facts: { behind: [foundOnCall("unreachable")] },
    found: ["doubtful behind"],
    what: /goes no further\. No phone is set up\.$/,
  },
  {
    title: "nobody first on call, and none of those behind can be reached",
    facts: { first: [], behind: [foundOnCall("unreachable")] },
    found: ["bad nobody-now", "doubtful behind"],
    what: /An alert would reach nobody/,
  },
  {
    title: "on the rungs behind one may be reached",
    facts: { behind: [foundOnCall("unreachable"), foundOnCall("doubtful")] },
    found: ["doubtful behind"],
    what: /^Amira Hassan on the rungs behind may not be reached: an alert that is not taken may go no further\.$/,
  },
  {
    title: "on the rungs behind one can be reached",
    facts: { behind: [foundOnCall("unreachable"), foundOnCall("reachable")] },
    found: [],
  },
  {
    title: "on the rungs behind are those at whom nobody has looked",
    facts: { behind: [foundOnCall("unreachable"), makeOnCall({ reach: null })] },
    found: [],
  },
  {
    title: "the first on call may not be reached",
    facts: { first: [foundOnCall("doubtful")] },
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
    facts: { first: [foundOnCall("reachable", minutesAgo(26 * 60))] },
    found: [],
  },
  {
    title: "an older one does not",
    facts: { first: [foundOnCall("reachable", minutesAgo(26 * 60 + 1))] },
    found: ["doubtful unreachable-now"],
  },
  {
    title: "nobody next, within a day",
    facts: { next: { at: inHours(11), first: [] }, gaps: [gapIn(11, 20)] },
    found: ["bad nobody-next"],
    what: /after whoever is now, from Tue 24 Nov 08:00 on/,
    way: { kind: "look", href: `/rota?team=${nightTeamId}&day=2026-11-24` },
  },
  {
    title: "nobody next, in three days",
    facts: { next: { at: inHours(72), first: [] }, gaps: [gapIn(72, 80)] },
    found: ["doubtful nobody-next"],
  },
  { title: "nobody else in 14 days, and no gap", facts: { next: null }, found: [] },
  {
    title: "the next one cannot be reached",
    facts: { next: { at: inHours(11), first: [foundOnCall("unreachable")] } },
    found: ["bad unreachable-next"],
    what: /^Amira Hassan, first on call from Tue 24 Nov 08:00, cannot be reached. No phone is set up\.$/,
    way: { kind: "look", href: "/rota/reach" },
  },
  {
    title: "the next one cannot be reached, in two days",
    facts: { next: { at: inHours(48), first: [foundOnCall("unreachable")] } },
    found: ["doubtful unreachable-next"],
  },
  {
    title: "the next one may not be reached",
    facts: { next: { at: inHours(11), first: [foundOnCall("doubtful")] } },
    found: ["doubtful unreachable-next"],
  },
  {
    title: "nobody has looked at the next one, which the check before the shift does",
    facts: { next: { at: inHours(11), first: [makeOnCall({ reach: null })] } },
    found: [],
  },
]);

for (const { title, facts, well } of [
  {
    title: "of those who can be reached alone, as found by the oldest check",
    facts: {
      first: [
        foundOnCall("reachable", minutesAgo(200)),
        foundOnCall("reachable", minutesAgo(1_300), "Ben Carter"),
        foundOnCall("unreachable", minutesAgo(1_400), "Cara Diaz"),
      ],
    },
    well: /^Amira Hassan and Ben Carter on call now: can be reached, checked Sun 22 Nov 23:20\.$/,
  },
  {
    title: "of the next one, that nobody has looked",
    facts: { next: { at: inHours(11), first: [makeOnCall({ reach: null })] } },
    well: /^Next: Amira Hassan from Tue 24 Nov 08:00, not checked lately\.$/,
  },
  {
    title: "of the next one, who can be reached",
    facts: {},
    well: /^Next: Ben Carter from Tue 24 Nov 08:00, can be reached\.$/,
  },
]) {
  test(`what is well is said ${title}`, () => {
    const findings = judgeAuthority(makeNight(facts), nightNow);

    const fine = findings.filter(({ level }) => level === "fine").map(({ what }) => what);
    expect(fine).toContainEqual(expect.stringMatching(well));
  });
}
