import { expect, test } from "@playwright/test";
import { concernOf, type PlanKind } from "@/server/vocabulary/plan-kind";

const inForce = (kind: PlanKind) => ({ kind, endOn: null });
const ended = (kind: PlanKind) => ({ kind, endOn: "2026-10-01" });

const cases = [
  ["a child's own plan", [inForce("child-protection")], "person"],
  ["a pregnant woman's", [inForce("unborn")], "unborn"],
  ["a pregnant girl who is looked after herself", [inForce("unborn"), inForce("looked-after")], "both"],
  [
    "a pregnant woman who was once on a plan herself",
    [inForce("unborn"), ended("child-protection")],
    "unborn",
  ],
  ["a girl on a plan whose child was born", [ended("unborn"), inForce("child-protection")], "person"],
  ["ended plans alone: those", [ended("unborn")], "unborn"],
  ["no plan at all", [], "person"],
] as const;

for (const [title, plans, concern] of cases) {
  test(`whom the plans concern: ${title} is ${concern}`, () => {
    expect(concernOf(plans)).toBe(concern);
  });
}
