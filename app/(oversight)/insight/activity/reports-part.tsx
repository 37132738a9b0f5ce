import type { ReactElement } from "react";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { alertOutcomes, alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import { appointmentKinds, appointmentKindWords } from "@/server/vocabulary/missed-appointment";
import { formatCount } from "@/server/vocabulary/format-count";

/** What came of alerts, which referrals were made and how soon they were decided, which appointments were missed. */
export function ReportsPart({ read }: { readonly read: ActivityRead }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">What came of alerts</h2>
      <PlainTable
        caption="Alerts by how they were closed"
        firstHeading="Outcome"
        columns={[{ key: "count", name: "Alerts" }]}
        rows={[
          ...alertOutcomes.map((outcome) => rowOf(alertOutcomeWords[outcome], outcomeCount(read, outcome))),
          rowOf("Not closed", outcomeCount(read, null)),
        ]}
      />
      <h2 className="nhsuk-heading-m">Referrals</h2>
      <PlainTable
        caption="Referrals by whether they were decided within one working day"
        firstHeading="Decided"
        columns={[{ key: "count", name: "Referrals" }]}
        rows={[
          rowOf("In time", reportCount(read, "referral", "in-time")),
          rowOf("Late", reportCount(read, "referral", "late")),
          rowOf("Not decided", reportCount(read, "referral", "not-decided")),
        ]}
      />
      <h2 className="nhsuk-heading-m">Missed appointments</h2>
      <PlainTable
        caption="Missed appointments by kind"
        firstHeading="Appointment"
        columns={[{ key: "count", name: "Reports" }]}
        rows={appointmentKinds.map((kind) =>
          rowOf(appointmentKindWords[kind], reportCount(read, "missed", kind)),
        )}
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
