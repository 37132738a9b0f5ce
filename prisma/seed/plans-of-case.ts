import type { Case } from "@/prisma/seed/demo-children";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import type { PlanKind } from "@/server/vocabulary/plan-kind";

export interface SeedPlan {
  readonly kind: PlanKind;
  readonly startOn: LondonDate;
  readonly endOn: LondonDate | null;
  readonly deletedOn: LondonDate | null;
  readonly dueOn: LondonDate | null;
}

interface Moment {
  readonly today: LondonDate;
  /** How long ago the plan began, at least 65 days: before the first list of the demo. */
  readonly daysAgo: number;
}

/**
 * The plans that stand behind a case, one list for each authority that knows the person. Every plan began, and ended if
 * it did, before the lookups of the demo's past, so that each of them has the answer that it would have today.
 */
export function plansOfCase(of: Case, moment: Moment): readonly (readonly SeedPlan[])[] {
  return cases[of](moment);
}

const cases: Record<Case, (moment: Moment) => SeedPlan[][]> = {
  "child-protection": (moment) => [[plan("child-protection", moment)]],
  "looked-after": (moment) => [[plan("looked-after", moment)]],
  unborn: ({ today, daysAgo }) => [
    [
      {
        ...plan("unborn", { today, daysAgo: 65 + (daysAgo % 40) }),
        dueOn: addDays(today, 10 + (daysAgo % 110)),
      },
    ],
  ],
  born: ({ today, daysAgo }) => [
    [
      {
        ...plan("unborn", { today, daysAgo: 130 + (daysAgo % 40) }),
        endOn: addDays(today, -62),
        dueOn: addDays(today, -60),
      },
    ],
  ],
  "two-plans": ({ today, daysAgo }) => [
    [plan("looked-after", { today, daysAgo }), plan("child-protection", { today, daysAgo: daysAgo - 3 })],
  ],
  "two-authorities": (moment) => [[plan("child-protection", moment)], [plan("looked-after", moment)]],
  "ended-lately": (moment) => [[endedPlan(92, moment)]],
  "ended-long-ago": (moment) => [[endedPlan(396, moment)]],
  deleted: (moment) => [[{ ...plan("child-protection", moment), deletedOn: addDays(moment.today, -62) }]],
  superseded: (moment) => [[plan("child-protection", moment)]],
  stranger: () => [],
};

function plan(kind: PlanKind, { today, daysAgo }: Moment): SeedPlan {
  return { kind, startOn: addDays(today, -daysAgo), endOn: null, deletedOn: null, dueOn: null };
}

function endedPlan(endedDaysAgo: number, { today, daysAgo }: Moment): SeedPlan {
  const ended = plan("child-protection", { today, daysAgo: daysAgo + endedDaysAgo });
  return { ...ended, endOn: addDays(today, -endedDaysAgo) };
}
