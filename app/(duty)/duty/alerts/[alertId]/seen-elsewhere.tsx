import type { ReactElement } from "react";
import { Timeline } from "@/app/_ui/timeline";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** Where the child was looked up anywhere in England: how often lately, and each time. */
export function SeenElsewhere({ alert }: { readonly alert: AlertDetail }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">Seen in unscheduled care</h2>
      <p>
        Looked up <strong>{times(alert.looksInDay)}</strong> in 24 hours and{" "}
        <strong>{times(alert.looksInMonth)}</strong> in 30 days.
      </p>
      <p className="nhsuk-hint">A look at the record, not proof that the child was there. Ask.</p>
      <Timeline
        events={alert.attendances.map(({ attendedAt, careSettingName, organisationName, reason }, index) => ({
          id: `${attendedAt.toISOString()}-${String(index)}`,
          at: attendedAt.toISOString(),
          time: formatDateTime(attendedAt),
          text: `${careSettingName}, ${organisationName}`,
          detail: reasonInWords(reason),
        }))}
      />
    </>
  );
}

function times(count: number): string {
  return count === 1 ? "once" : `${String(count)} times`;
}

function reasonInWords(reason: string | null): string | undefined {
  const known = attendanceReasons.find((one) => one === reason);
  return known === undefined ? undefined : attendanceReasonWords[known];
}
