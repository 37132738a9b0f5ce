import type { ReactElement } from "react";
import { Timeline } from "@/app/_ui/timeline";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { roleNames, roles } from "@/server/vocabulary/permission";
import type { EarlierAttendance } from "@/server/vocabulary/result-card";

/** Where the child was seen before, newest first: a pattern that one visit does not show. */
export function EarlierAttendances({
  attendances,
}: {
  readonly attendances: readonly EarlierAttendance[];
}): ReactElement {
  if (attendances.length === 0) return <p>No earlier checks in unscheduled care.</p>;

  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {attendances.length === 25
            ? "The last 25 earlier checks"
            : `Earlier checks: ${String(attendances.length)}`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Timeline
          events={attendances.map((attendance, index) => ({
            id: `${attendance.attendedAt.toISOString()}-${String(index)}`,
            at: attendance.attendedAt.toISOString(),
            time: formatDateTime(attendance.attendedAt),
            text: `${attendance.careSettingName}, ${attendance.organisationName}`,
            detail: [roleInWords(attendance.role), reasonInWords(attendance.reason)]
              .filter(Boolean)
              .join(". "),
          }))}
        />
      </div>
    </details>
  );
}

function roleInWords(role: string): string {
  const known = roles.find((candidate) => candidate === role);
  return known === undefined ? role : roleNames[known];
}

function reasonInWords(reason: string | null): string | undefined {
  const known = attendanceReasons.find((candidate) => candidate === reason);
  return known === undefined ? undefined : attendanceReasonWords[known];
}
