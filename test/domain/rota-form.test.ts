import { expect, test } from "@playwright/test";
import { instantOf } from "@/app/(oversight)/rota/read-form";

const typed = [
  ["2026-12-26", "02:10", "2026-12-26T02:10:00.000Z"],
  ["26/12/2026", "2:10", "2026-12-26T02:10:00.000Z"],
  ["2026-10-25", "00:00", "2026-10-24T23:00:00.000Z"],
  ["2026-03-29", "01:30", "2026-03-29T01:00:00.000Z"],
  ["31/02/2027", "02:10", undefined],
  ["2026-13-01", "02:10", undefined],
  ["", "02:10", undefined],
  ["2026-12-26", "24:00", undefined],
  ["2026-12-26", "", undefined],
] as const;

for (const [date, time, instant] of typed) {
  test(`"${date}" and "${time}" are ${instant ?? "no moment"}`, () => {
    const found = instantOf((name) => (name === "atDate" ? date : time), "at");

    expect(Number.isNaN(found.getTime()) ? undefined : found.toISOString()).toBe(instant);
  });
}
