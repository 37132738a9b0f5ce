import type { ReactElement } from "react";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { OftenSeen } from "@/server/domain/insight/count-often-seen";
import { formatCount } from "@/server/vocabulary/format-count";

/** Children of the authority who are seen often; how many, not who: that is in the chronology of each. */
export function ChildrenPart({ oftenSeen }: { readonly oftenSeen: OftenSeen }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">Children seen often</h2>
      <PlainTable
        caption="Your children at unscheduled care in the last 12 months, up to now"
        firstHeading="Who were seen"
        columns={[{ key: "children", name: "Children" }]}
        rows={[
          {
            name: "Four times or more",
            cells: { children: formatCount(oftenSeen.often) },
          },
          {
            name: "In two settings or more",
            cells: { children: formatCount(oftenSeen.widely) },
          },
        ]}
      />
    </>
  );
}
