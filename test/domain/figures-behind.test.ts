import { expect, test } from "@playwright/test";
import { behindWords } from "@/app/(oversight)/insight/behind-words";
import { ageOf } from "@/server/domain/insight/read-age";

const now = new Date("2026-11-23T09:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

for (const [title, countedAt, said] of [
  ["counted a minute ago", minutesAgo(1), undefined],
  ["counted five minutes ago", minutesAgo(5), undefined],
  [
    "counted longer ago",
    minutesAgo(5.1),
    /^These figures are behind: as at 23 November 2026, 08:54\. What happened since/,
  ],
  ["never counted", undefined, /^Nothing has been counted yet: all figures are nought/],
] as const) {
  test(`figures that were ${title} ${said ? "say so, and what to do" : "say nothing of it"}`, () => {
    const words = behindWords(ageOf(countedAt, now));

    if (said === undefined) expect(words).toBeUndefined();
    else {
      expect(words).toMatch(said);
      expect(words).toContain("If it still says so, tell whoever runs the service.");
    }
  });
}
