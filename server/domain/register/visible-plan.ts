import type { Configuration } from "@/server/vocabulary/configuration";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import type { PlanKind } from "@/server/vocabulary/plan-kind";

/** The dates of a plan, as a calendar in London shows them. */
export interface DatedPlan {
  readonly kind: PlanKind;
  readonly startOn: LondonDate;
  readonly endOn: LondonDate | null;
  readonly deletedOn: LondonDate | null;
  readonly dueOn: LondonDate | null;
  /** An unborn child's plan that ended by birth: the authority has not yet given the child's own number. */
  readonly isChildAwaited: boolean;
}

export type PlanVisibilitySettings = Pick<
  Configuration,
  "ENDED_PLAN_VISIBLE_DAYS" | "UNBORN_PLAN_VISIBLE_DAYS"
>;

export interface PlanVisibility {
  readonly isVisible: boolean;
  /**
   * past-due: the unborn child should have been born by now, and no end date has come. born: it was, and is not yet
   * known under a number of its own.
   */
  readonly state: "in-force" | "ended" | "past-due" | "born";
}

/**
 * Whether a lookup may show this plan on this day, and as what. Deleted plans and those that have not begun are never
 * shown; an ended one shows for a year, labelled; an unborn child's until four weeks after the due date, because the
 * child is then on the authority's list under a number of its own, and after a birth for as long as it is not. The lengths are settings: published sources differ.
 */
export function planVisibility(
  plan: DatedPlan,
  today: LondonDate,
  settings: PlanVisibilitySettings,
): PlanVisibility {
  const state = planState(plan, today);
  const isHeld = plan.deletedOn === null && plan.startOn <= today;

  return { isVisible: isHeld && (state === "born" || today <= lastVisibleDay(plan, settings)), state };
}

/** A plan is in force on its last day, so that a child is never without a flag on the day of a decision. */
function planState(plan: DatedPlan, today: LondonDate): PlanVisibility["state"] {
  if (plan.isChildAwaited && plan.endOn !== null && plan.endOn <= today) return "born";
  if (plan.endOn !== null && plan.endOn < today) return "ended";
  if (plan.dueOn !== null && plan.dueOn < today) return "past-due";
  return "in-force";
}

const endlessDay: LondonDate = "9999-12-31";

function lastVisibleDay(plan: DatedPlan, settings: PlanVisibilitySettings): LondonDate {
  if (plan.kind === "unborn") return daysAfter(plan.dueOn, settings.UNBORN_PLAN_VISIBLE_DAYS);
  return daysAfter(plan.endOn, settings.ENDED_PLAN_VISIBLE_DAYS);
}

function daysAfter(date: LondonDate | null, days: number): LondonDate {
  return date === null ? endlessDay : addDays(date, days);
}
