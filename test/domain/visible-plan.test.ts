import { expect, test } from "@playwright/test";
import { planVisibility, type DatedPlan } from "@/server/domain/register/visible-plan";

const settings = { ENDED_PLAN_VISIBLE_DAYS: 365, UNBORN_PLAN_VISIBLE_DAYS: 28 };
const today = "2026-11-23";

const childPlan: DatedPlan = {
  kind: "child-protection",
  startOn: "2026-01-05",
  endOn: null,
  deletedOn: null,
  dueOn: null,
  isChildAwaited: false,
};
const unbornPlan: DatedPlan = { ...childPlan, kind: "unborn", dueOn: "2026-12-20" };

const cases: readonly { title: string; plan: DatedPlan; isVisible: boolean; state: string }[] = [
  { title: "an open plan shows", plan: childPlan, isVisible: true, state: "in-force" },
  {
    title: "a plan shows from its first day",
    plan: { ...childPlan, startOn: today },
    isVisible: true,
    state: "in-force",
  },
  {
    title: "a plan that begins tomorrow does not show yet",
    plan: { ...childPlan, startOn: "2026-11-24" },
    isVisible: false,
    state: "in-force",
  },
  {
    title: "a plan is in force on its last day",
    plan: { ...childPlan, endOn: today },
    isVisible: true,
    state: "in-force",
  },
  {
    title: "a plan that ends next month is in force",
    plan: { ...childPlan, endOn: "2026-12-24" },
    isVisible: true,
    state: "in-force",
  },
  {
    title: "a plan that ended yesterday shows as ended",
    plan: { ...childPlan, endOn: "2026-11-22" },
    isVisible: true,
    state: "ended",
  },
  {
    title: "a plan that ended 365 days ago still shows",
    plan: { ...childPlan, startOn: "2024-01-05", endOn: "2025-11-23" },
    isVisible: true,
    state: "ended",
  },
  {
    title: "a plan that ended 366 days ago does not show",
    plan: { ...childPlan, startOn: "2024-01-05", endOn: "2025-11-22" },
    isVisible: false,
    state: "ended",
  },
  {
    title: "a plan entered in error never shows",
    plan: { ...childPlan, deletedOn: "2026-11-01" },
    isVisible: false,
    state: "in-force",
  },
  {
    title: "a looked-after child shows",
    plan: { ...childPlan, kind: "looked-after" },
    isVisible: true,
    state: "in-force",
  },
  {
    title: "an unborn child's plan shows before the due date",
    plan: unbornPlan,
    isVisible: true,
    state: "in-force",
  },
  {
    title: "an unborn child's plan shows on the due date",
    plan: { ...unbornPlan, dueOn: today },
    isVisible: true,
    state: "in-force",
  },
  {
    title: "an unborn child's plan shows 28 days after the due date, as past due",
    plan: { ...unbornPlan, dueOn: "2026-10-26" },
    isVisible: true,
    state: "past-due",
  },
  {
    title: "an unborn child's plan does not show 29 days after the due date",
    plan: { ...unbornPlan, dueOn: "2026-10-25" },
    isVisible: false,
    state: "past-due",
  },
  {
    title: "a child who was born shows on the mother's number until it is known under its own, however long",
    plan: { ...unbornPlan, dueOn: "2026-06-01", endOn: "2026-06-03", isChildAwaited: true },
    isVisible: true,
    state: "born",
  },
  {
    title: "from the day of the birth",
    plan: { ...unbornPlan, endOn: today, isChildAwaited: true },
    isVisible: true,
    state: "born",
  },
  {
    title: "a plan that was entered in error does not show, birth or no birth",
    plan: { ...unbornPlan, endOn: today, deletedOn: today, isChildAwaited: true },
    isVisible: false,
    state: "born",
  },
  {
    title: "an unborn child's plan that was ended shows as ended until 28 days after the due date",
    plan: { ...unbornPlan, endOn: "2026-11-01" },
    isVisible: true,
    state: "ended",
  },
  {
    title: "an unborn child's plan that was ended does not show 29 days after the due date",
    plan: { ...unbornPlan, dueOn: "2026-10-25", endOn: "2026-10-20" },
    isVisible: false,
    state: "ended",
  },
];

for (const { title, plan, isVisible, state } of cases) {
  test(title, () => {
    expect(planVisibility(plan, today, settings)).toEqual({ isVisible, state });
  });
}

test("how long an ended plan shows is a setting", () => {
  const endedInSpring = { ...childPlan, endOn: "2026-05-01" };

  const shownForThirtyDays = planVisibility(endedInSpring, today, {
    ...settings,
    ENDED_PLAN_VISIBLE_DAYS: 30,
  });

  expect(shownForThirtyDays.isVisible).toBe(false);
});
