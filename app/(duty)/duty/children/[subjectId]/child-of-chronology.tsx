import type { ReactElement } from "react";
import { PlanList } from "@/app/_ui/plan-list";
import { SummaryList } from "@/app/_ui/summary-list";
import type { Chronology } from "@/server/domain/chronology/chronology";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { planKindWords } from "@/server/vocabulary/plan-kind";

/** Who the child is, and the plans that the authority holds. */
export function ChildOfChronology({ child }: Pick<Chronology, "child">): ReactElement {
  const localIds = [...new Set(child.plans.map(({ localId }) => localId))].join(", ");
  return (
    <>
      <h2 className="nhsuk-heading-m">The child</h2>
      <SummaryList
        rows={[
          { key: "Born", value: formatLondonDate(child.dateOfBirth) },
          { key: "NHS number", value: formatNhsNumber(child.nhsNumber) },
          ...(child.supersededBy === null
            ? []
            : [{ key: "Replaced by", value: formatNhsNumber(child.supersededBy) }]),
          ...(localIds === "" ? [] : [{ key: "Your reference", value: localIds }]),
        ]}
      />
      <PlanList
        plans={child.plans.map(({ kind, startOn, endOn, dueOn }) => ({
          id: `${kind}-${startOn}`,
          kind: planKindWords[kind].title,
          when:
            endOn === null
              ? `Since ${formatLondonDate(startOn)}`
              : `From ${formatLondonDate(startOn)} to ${formatLondonDate(endOn)}`,
          authority: child.authorityName,
          ended: endOn !== null,
          note: dueOn === null ? undefined : `The child is due on ${formatLondonDate(dueOn)}.`,
        }))}
      />
    </>
  );
}
