import type { ReactElement } from "react";
import { foldViews } from "./fold-views";
import { CallButton } from "@/app/_ui/call-button";
import { SummaryList } from "@/app/_ui/summary-list";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { attendanceReasons, attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { roleNames, roles } from "@/server/vocabulary/permission";

type View = AlertDetail["views"][number];

/** Who looked, where and why, with the number to ring back; looks at another time by the same person are one entry. */
export function WhoAsked({ views }: { readonly views: readonly View[] }): ReactElement {
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {views.length > 1 ? `Who asked (${String(views.length)} times)` : "Who asked"}
      </h2>
      {foldViews(views).map((view) => (
        <section key={view.askedAt[0].toISOString()} aria-label={`Asked ${formatDateTime(view.askedAt[0])}`}>
          {view.callBackNumber !== null && <CallButton who={view.personName} number={view.callBackNumber} />}
          <SummaryList
            rows={[
              { key: "When", value: view.askedAt.map(formatDateTime).join(" and ") },
              ...(view.arrivedAt === null
                ? []
                : [{ key: "Arrived", value: `${formatDateTime(view.arrivedAt)}, as registered there` }]),
              { key: "Where", value: `${view.careSettingName}, ${view.organisationName}` },
              { key: "Who", value: `${view.personName}, ${roleInWords(view.role)}` },
              { key: "Why", value: reasonInWords(view.reason) },
              ...(view.callBackNumber === null ? [{ key: "Ring back", value: "No number was left" }] : []),
            ]}
          />
        </section>
      ))}
    </>
  );
}

function roleInWords(role: string): string {
  const known = roles.find((candidate) => candidate === role);
  return known === undefined ? role : roleNames[known].toLowerCase();
}

function reasonInWords(reason: string | null): string {
  const known = attendanceReasons.find((candidate) => candidate === reason);
  return known === undefined ? "Not said" : attendanceReasonWords[known];
}
