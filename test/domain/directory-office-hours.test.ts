import { expect, test } from "@playwright/test";
import { officeHoursInWords } from "@/server/domain/directory/office-hours";

const hours = [
  [510, 1_020, 990, "Monday to Thursday 8:30am to 5pm, Friday to 4:30pm"],
  [540, 1_020, 1_020, "Monday to Friday 9am to 5pm"],
  [0, 720, 720, "Monday to Friday midnight to midday"],
  [525, 1_065, 721, "Monday to Thursday 8:45am to 5:45pm, Friday to 12:01pm"],
  [30, 1_440, 1_440, "Monday to Friday 12:30am to midnight"],
] as const;

for (const [officeOpensAt, officeClosesAt, fridayClosesAt, words] of hours) {
  test(`office hours read "${words}"`, () => {
    expect(officeHoursInWords({ officeOpensAt, officeClosesAt, fridayClosesAt })).toBe(words);
  });
}
