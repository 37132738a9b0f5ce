"use client";

import { useActionState, type ReactElement } from "react";
import { settleMissing } from "./decide-on-list";
import { Button } from "@/app/_ui/button";
import { DataTable, type Column } from "@/app/_ui/data-table";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { planKindWords } from "@/server/vocabulary/plan-kind";

type MissingPlan = FeedReport["missing"][number];

interface MissingPlansProps {
  readonly feedId: FeedReport["feedId"];
  readonly plans: readonly MissingPlan[];
  /** How many were missing when the list came. */
  readonly counted: number;
  /** Whether the person may end or keep them. */
  readonly mayCorrect: boolean;
}

/** Plans that the list does not name. They stay in force, and a crew still sees them, until a person says otherwise. */
export function MissingPlans({ feedId, plans, counted, mayCorrect }: MissingPlansProps): ReactElement | null {
  const [{ problem }, settle, isSending] = useActionState(settleMissing, {});
  if (plans.length === 0) return null;

  return (
    <form action={settle} aria-busy={isSending}>
      <h2 className="nhsuk-heading-m">Missing from this list</h2>
      <p>
        These plans stay in force, and crews still see them. Put them back into the list, or tick them and say
        what holds.
      </p>
      {problem !== undefined && <ErrorSummary problems={[{ fieldId: "missing", message: problem }]} />}
      <input type="hidden" name="feedId" value={feedId} />
      <div id="missing">
        <DataTable
          caption="Plans that stay in force"
          columns={mayCorrect ? [tick, ...columns] : columns}
          rows={plans}
          rowKey={({ planId }) => planId}
        />
      </div>
      {counted > plans.length && <p>{plansInWords(counted, plans.length)}</p>}
      {mayCorrect && (
        <div className="flex flex-wrap gap-3">
          <Button name="decision" value="end" variant="warning" disabled={isSending}>
            End them today
          </Button>
          <Button name="decision" value="keep" variant="secondary" disabled={isSending}>
            Keep them in force
          </Button>
        </div>
      )}
    </form>
  );
}

function plansInWords(counted: number, shown: number): string {
  return `${counted} were missing when the list came; ${shown} are shown.`;
}

const tick: Column<MissingPlan> = {
  key: "tick",
  heading: "Choose",
  cell: ({ planId, localId, nhsNumber }) => (
    <input
      type="checkbox"
      className="tick"
      name="planId"
      value={planId}
      aria-label={`Choose ${localId === "" ? formatNhsNumber(nhsNumber) : localId}`}
    />
  ),
};

const columns: readonly Column<MissingPlan>[] = [
  { key: "localId", heading: "Your reference", cell: ({ localId }) => (localId === "" ? "–" : localId) },
  { key: "nhsNumber", heading: "NHS number", cell: ({ nhsNumber }) => formatNhsNumber(nhsNumber) },
  { key: "kind", heading: "Plan", cell: ({ kind }) => planKindWords[kind].title },
  { key: "startOn", heading: "Started", cell: ({ startOn }) => formatLondonDate(startOn) },
];
