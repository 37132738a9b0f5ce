import type { ReactElement } from "react";
import { PlansOfChild } from "./plans-of-child";
import { TakeAlert } from "./take-alert";
import { WhatHappened } from "./what-happened";
import { WhoAsked } from "./who-asked";
import { PageTitle } from "@/app/_ui/page-title";
import { SummaryList } from "@/app/_ui/summary-list";
import { Timeline } from "@/app/_ui/timeline";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface AlertViewProps {
  readonly alert: AlertDetail;
  readonly mayTake: boolean;
}

/** One alert: take it, ring back, know the child, see what happened. */
export function AlertView({ alert, mayTake }: AlertViewProps): ReactElement {
  const { subject } = alert;
  return (
    <>
      <PageTitle caption={`${alert.authorityName}, reference ${alert.reference}`}>
        {subject.givenNames} {subject.familyName} was looked up
      </PageTitle>
      <TakeAlert alertId={alert.alertId} progress={alert.progress} mayTake={mayTake} />
      <WhoAsked views={alert.views} />
      <h2 className="nhsuk-heading-m">The child</h2>
      <SummaryList
        rows={[
          { key: "Born", value: formatLondonDate(subject.dateOfBirth) },
          { key: "NHS number", value: formatNhsNumber(subject.nhsNumber) },
          {
            key: "Your reference",
            value: [...new Set(subject.plans.map(({ localId }) => localId))].join(", "),
          },
        ]}
      />
      <PlansOfChild plans={subject.plans} authorityName={alert.authorityName} />
      <h2 className="nhsuk-heading-m">Seen in unscheduled care</h2>
      <p className="nhsuk-hint">A look at the record, not proof that the child was there. Ask.</p>
      <Timeline
        events={alert.attendances.map(({ attendedAt, careSettingName, organisationName }, index) => ({
          id: `${attendedAt.toISOString()}-${String(index)}`,
          at: attendedAt.toISOString(),
          time: formatDateTime(attendedAt),
          text: `${careSettingName}, ${organisationName}`,
        }))}
      />
      <WhatHappened events={alert.events} />
    </>
  );
}
