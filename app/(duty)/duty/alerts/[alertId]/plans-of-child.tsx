import type { ReactElement } from "react";
import { PlanList } from "@/app/_ui/plan-list";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { planKindWords } from "@/server/vocabulary/plan-kind";

interface PlansOfChildProps {
  readonly plans: NonNullable<AlertDetail["subject"]>["plans"];
  readonly authorityName: string;
}

/** What the authority itself holds, as its list says. */
export function PlansOfChild({ plans, authorityName }: PlansOfChildProps): ReactElement {
  return (
    <PlanList
      plans={plans.map(({ kind, startOn, endOn, dueOn }) => ({
        id: `${kind}-${startOn}`,
        kind: planKindWords[kind].title,
        when:
          endOn === null
            ? `Since ${formatLondonDate(startOn)}`
            : `From ${formatLondonDate(startOn)} to ${formatLondonDate(endOn)}`,
        authority: authorityName,
        ended: endOn !== null,
        note: dueOn === null ? undefined : `The child is due on ${formatLondonDate(dueOn)}.`,
      }))}
    />
  );
}
