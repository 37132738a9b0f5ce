import { expect, test } from "@playwright/test";
import { ageInWords, ageOn } from "@/server/vocabulary/age";

const ages = [
  ["2019-05-04", "2026-05-03", 6],
  ["2019-05-04", "2026-05-04", 7],
  ["2020-02-29", "2021-02-28", 0],
  ["2020-02-29", "2021-03-01", 1],
] as const;

for (const [born, today, age] of ages) {
  test(`whoever was born on ${born} is ${age} on ${today}`, () => {
    expect(ageOn(born, today)).toBe(age);
  });
}

const words = [
  ["2026-11-20", "less than a month old"],
  ["2026-10-25", "1 month old"],
  ["2025-11-26", "11 months old"],
  ["2024-11-26", "23 months old"],
  ["2024-11-25", "2 years old"],
  ["1999-04-14", "27 years old"],
] as const;

for (const [born, age] of words) {
  test(`an age is said as people say it: ${age}`, () => {
    expect(ageInWords(born, "2026-11-25")).toBe(age);
  });
}
