import type { ReactElement } from "react";
import { classNames } from "./class-names";

export interface PlanOnCard {
  readonly id: string;
  /** In plain words: "Child protection plan". */
  readonly kind: string;
  /** One sentence on what that means, if the reader may not know. */
  readonly meaning?: string | undefined;
  /** Ready for reading: "Since 3 March 2026", "Ended 3 August 2026". */
  readonly when: string;
  readonly authority: string;
  readonly ended?: boolean | undefined;
  /** "Missing from the latest list; still in force until Leeds confirms." */
  readonly note?: string | undefined;
}

/** The plans that are held on a child, those in force first (the caller sorts). */
export function PlanList({ plans }: { readonly plans: readonly PlanOnCard[] }): ReactElement {
  return (
    <ul className="plan-list">
      {plans.map((plan) => (
        <li
          key={plan.id}
          className={classNames("plan-list__plan", plan.ended === true && "plan-list__plan--ended")}
        >
          <h3 className="plan-list__kind">{plan.kind}</h3>
          {plan.meaning !== undefined && <p>{plan.meaning}</p>}
          <p>
            <strong>{plan.when}</strong>
          </p>
          <p>{plan.authority}</p>
          {plan.note !== undefined && <p className="timeline__detail">{plan.note}</p>}
        </li>
      ))}
    </ul>
  );
}
