import { expect, test } from "@playwright/test";
import type { AuthorityFacts, OnCall } from "@/server/domain/tonight/facts";
import type { Way } from "@/server/domain/tonight/finding";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import type { ReachLevel } from "@/server/vocabulary/reach";
import { inHours, makeNight, makeOnCall, minutesAgo, nightNow } from "@/test/support/make-night";

/** A night, and what is found in it. */
export interface NightCase {
  readonly title: string;
  readonly facts: Partial<AuthorityFacts>;
  /** What is not fine, in order. */
  readonly found: readonly string[];
  readonly what?: RegExp;
  /** The first tap of the first of them. */
  readonly way?: Partial<Way>;
}

export const nightTeamId = makeNight().teams[0]?.teamId ?? "";
export const ringTestshire: Way = {
  kind: "ring",
  who: "Emergency duty team, Testshire",
  number: "01632 960200",
};

/** So many hours from now. */
export function gapIn(from: number, to: number) {
  return { teamId: nightTeamId, startsAt: inHours(from), endsAt: inHours(to) };
}

/** Somebody on call of whom a check found this. */
export function foundOnCall(level: ReachLevel, checkedAt = minutesAgo(180), name = "Amira Hassan"): OnCall {
  const reasons = level === "reachable" ? [] : [{ kind: "no-phone" as const }];
  return makeOnCall({ name, reach: { level, checkedAt, lastProvenAt: null, reasons } });
}

/** A test for each night. */
export function testNights(cases: readonly NightCase[]): void {
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
}
