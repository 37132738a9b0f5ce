import { expect, test } from "@playwright/test";
import { codesOfAll } from "@/app/(oversight)/quality/codes-of-all";
import { rowAnswers } from "@/server/vocabulary/feed-answer";

test("what is wrong with all lists is added up by code, the most first", () => {
  const [one, other, third] = rowAnswers;
  const byCode = (counts: readonly (readonly [(typeof rowAnswers)[number], number])[]) => ({
    byCode: counts.map(([rowAnswer, count]) => ({ rowAnswer, count })),
  });

  expect(
    codesOfAll([
      byCode([[one, 3]]),
      byCode([]),
      byCode([
        [one, 1],
        [other, 9],
        [third, 4],
      ]),
    ]),
  ).toEqual([
    { rowAnswer: other, count: 9 },
    ...[
      { rowAnswer: one, count: 4 },
      { rowAnswer: third, count: 4 },
    ].toSorted((left, right) => left.rowAnswer.localeCompare(right.rowAnswer)),
  ]);
});
