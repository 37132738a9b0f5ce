import type { ReactElement, ReactNode } from "react";
import { DecideForm } from "./decide-form";
import { Details } from "@/app/_ui/details";
import type { UnusualLook } from "@/server/domain/looks/review/list-unusual-looks";
import { attendanceReasonWords } from "@/server/vocabulary/attendance-reason";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { roleNames } from "@/server/vocabulary/permission";
import { reasonOfList } from "@/server/vocabulary/unusual-look";

/** One look: who, when, where, why it is here, what was asked about it, and the way to decide. */
export function UnusualLookCard({ look }: { readonly look: UnusualLook }): ReactElement {
  const { lookupId, at, name, reference, reasons, asked } = look;
  return (
    <>
      <h2 className="nhsuk-heading-s">
        {name}, {formatDateTime(at)}
      </h2>
      <dl>
        <Fact name="Why it is here">
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reasonOfList(reason)}</li>
            ))}
          </ul>
        </Fact>
        <Fact name="Where">{whereInWords(look)}</Fact>
        <Fact name="Reason given">{reasonInWords(look.reason)}</Fact>
        <Fact name="Reference">{reference}</Fact>
        {asked !== null && (
          <>
            <Fact name="Asked">
              {asked.note} ({asked.decidedBy}, {formatDateTime(asked.decidedAt)})
            </Fact>
            <Fact name="Answer">
              {asked.answer === null || asked.answeredAt === null
                ? "None yet."
                : `${asked.answer} (${formatDateTime(asked.answeredAt)})`}
            </Fact>
          </>
        )}
      </dl>
      <Details summary={`Decide on ${reference}`}>
        <DecideForm lookupId={lookupId} />
      </Details>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whereInWords({ role, setting, mode, callNumber }: UnusualLook): string {
  const roleName = Object.entries(roleNames).find(([known]) => known === role)?.[1] ?? role;
  const how = mode === "scheduled" ? "scheduled care, a silent look" : "unscheduled care";
  return `${roleName}, ${setting}, ${how}${callNumber === null ? "" : `, call-out ${callNumber}`}`;
}

function reasonInWords(reason: string | null): string {
  return (
    Object.entries(attendanceReasonWords).find(([known]) => known === reason)?.[1] ?? reason ?? "Not said"
  );
}
