import type { ReactElement } from "react";
import { CallButton } from "@/app/_ui/call-button";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { appointmentKindWords, followUpWords } from "@/server/vocabulary/missed-appointment";

type Missed = AlertDetail["missed"][number];

/** Each missed appointment as the clinic reported it, with the number to ring back. */
export function WhoReported({ missed }: { readonly missed: readonly Missed[] }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {missed.length > 1 ? `What was reported (${String(missed.length)} times)` : "What was reported"}
      </h2>
      {missed.map((report) => (
        <section key={report.lookupId} aria-label={`Reported ${formatDateTime(report.reportedAt)}`}>
          {report.isTakenBack && (
            <p>
              <Tag colour="grey">Withdrawn</Tag> Reported by mistake, as whoever reported it says.
            </p>
          )}
          <CallButton who={report.personName} number={report.callBackNumber} />
          <SummaryList rows={rowsOf(report)} />
        </section>
      ))}
    </>
  );
}

function rowsOf(report: Missed) {
  return [
    { key: "Appointment", value: appointmentKindWords[report.appointmentKind] },
    { key: "Was due", value: formatDateTime(report.missedAt) },
    {
      key: "Missed before",
      value: report.missedBefore === null ? "Not known" : String(report.missedBefore),
    },
    { key: "The family says", value: report.familyReason ?? "Nothing is known" },
    { key: "Done about it", value: followUpWords[report.followUp] },
    { key: "Worried now", value: report.isWorried ? "Yes" : "No" },
    {
      key: "Reported by",
      value: `${report.personName}, ${report.careSettingName}, ${report.organisationName}`,
    },
    { key: "Reported", value: formatDateTime(report.reportedAt) },
  ];
}
