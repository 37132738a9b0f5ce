import type { ReactElement } from "react";
import { DataTable, type Column } from "@/app/_ui/data-table";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { planKindWords } from "@/server/vocabulary/plan-kind";

type MissingPlan = FeedReport["missing"][number];

interface MissingPlansProps {
  readonly plans: readonly MissingPlan[];
  /** How many were missing when the list came. */
  readonly counted: number;
}

/** Plans that the list does not name. They stay in force, and a crew still sees them. */
export function MissingPlans({ plans, counted }: MissingPlansProps): ReactElement | null {
  if (plans.length === 0) return null;

  return (
    <>
      <h2 className="nhsuk-heading-m">Missing from this list</h2>
      <p>
        These plans stay in force, and crews still see them. End them with an end date, delete them with a
        delete date, or put them back into the list.
      </p>
      <DataTable
        caption="Plans that stay in force"
        columns={columns}
        rows={plans}
        rowKey={({ nhsNumber, kind, startOn }) => `${nhsNumber} ${kind} ${startOn}`}
      />
      {counted > plans.length && (
        <p>
          {plans.length} of {counted} are shown.
        </p>
      )}
    </>
  );
}

const columns: readonly Column<MissingPlan>[] = [
  { key: "localId", heading: "Your reference", cell: ({ localId }) => (localId === "" ? "–" : localId) },
  { key: "nhsNumber", heading: "NHS number", cell: ({ nhsNumber }) => formatNhsNumber(nhsNumber) },
  { key: "kind", heading: "Plan", cell: ({ kind }) => planKindWords[kind].title },
  { key: "startOn", heading: "Started", cell: ({ startOn }) => formatLondonDate(startOn) },
];
