import type { ReactElement } from "react";
import { sliceOf } from "./activity-slice";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { alertOutcomes, alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import { appointmentKinds, appointmentKindWords } from "@/server/vocabulary/missed-appointment";
import { formatCount } from "@/server/vocabulary/format-count";
import { decidedKinds, decidedNames } from "@/server/vocabulary/rows-cut";

/** What came of alerts, which referrals were made and how soon they were decided, which appointments were missed. */
export function ReportsPart({ read }: { readonly read: ActivityRead }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">What came of alerts</h2>
      <PlainTable
        caption="Alerts by how they were closed"
        firstHeading="Outcome"
        columns={[{ key: "count", name: "Alerts", opens: "raised" }]}
        rows={[
          ...alertOutcomes.map((outcome) => ({
            ...rowOf(alertOutcomeWords[outcome], outcomeCount(read, outcome)),
            slice: sliceOf(read, { by: "outcome", is: outcome }),
          })),
          {
            ...rowOf("Not closed", outcomeCount(read, null)),
            slice: sliceOf(read, { by: "outcome", is: "none" }),
          },
        ]}
      />
      <h2 className="nhsuk-heading-m">Referrals</h2>
      <PlainTable
        caption="Referrals by whether they were decided within one working day"
        firstHeading="Decided"
        columns={[{ key: "count", name: "Referrals", opens: "referrals" }]}
        rows={decidedKinds.map((decided) => ({
          ...rowOf(decidedNames[decided], reportCount(read, "referral", decided)),
          slice: sliceOf(read, { by: "decided", is: decided }),
        }))}
      />
      <h2 className="nhsuk-heading-m">Missed appointments</h2>
      <PlainTable
        caption="Missed appointments by kind"
        firstHeading="Appointment"
        columns={[{ key: "count", name: "Reports", opens: "missed" }]}
        rows={appointmentKinds.map((kind) => ({
          ...rowOf(appointmentKindWords[kind], reportCount(read, "missed", kind)),
          slice: sliceOf(read, { by: "appointment", is: kind }),
        }))}
      />
    </>
  );
}

function rowOf(name: string, count: number) {
  return { name, cells: { count: formatCount(count) } };
}

function outcomeCount({ outcomes }: ActivityRead, wanted: string | null): number {
  return outcomes.find(({ outcome }) => outcome === wanted)?.alerts ?? 0;
}

function reportCount({ reports }: ActivityRead, kind: "missed" | "referral", word: string): number {
  return reports.find((row) => row.kind === kind && row.word === word)?.reports ?? 0;
}
