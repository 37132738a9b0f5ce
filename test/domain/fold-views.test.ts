import { expect, test } from "@playwright/test";
import { foldViews } from "@/app/(duty)/duty/alerts/[alertId]/fold-views";

const view = {
  personName: "Priya Nair",
  role: "crew",
  organisationName: "London Ambulance Service NHS Trust",
  careSettingName: "Ambulance",
  reason: null,
  callBackNumber: null,
  arrivedAt: null,
};
const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 21, minute));

test("looks that differ in nothing but the time are one, with every time", () => {
  const views = [
    { ...view, askedAt: at(1) },
    { ...view, askedAt: at(2), personName: "Sam Rider" },
    { ...view, askedAt: at(3) },
  ];

  expect(foldViews(views)).toEqual([
    { ...view, askedAt: [at(1), at(3)] },
    { ...view, personName: "Sam Rider", askedAt: [at(2)] },
  ]);
});

for (const [what, change] of [
  ["number to ring back", { callBackNumber: "07700 900123" }],
  ["reason", { reason: "injury" }],
  ["place", { careSettingName: "Emergency department" }],
] as const) {
  test(`a look with another ${what} stands by itself`, () => {
    const views = [
      { ...view, askedAt: at(1) },
      { ...view, ...change, askedAt: at(2) },
    ];

    expect(foldViews(views)).toHaveLength(2);
  });
}
