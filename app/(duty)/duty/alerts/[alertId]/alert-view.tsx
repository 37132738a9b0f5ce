import type { ReactElement } from "react";
import { HowItWasTold } from "./how-it-was-told";
import { PlansOfChild } from "./plans-of-child";
import { SameCall } from "./same-call";
import { SeenElsewhere } from "./seen-elsewhere";
import { WhatHappened } from "./what-happened";
import { WhatToDo, type Person } from "./what-to-do";
import { WhoAsked } from "./who-asked";
import { Conversation } from "@/app/_messages/conversation";
import { PageTitle } from "@/app/_ui/page-title";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface AlertViewProps {
  readonly alert: AlertDetail;
  /** Who looks, and what they may do. */
  readonly person: Person;
}

/** One alert: take it, ring back, know the child, talk to the crew, see what happened. */
export function AlertView({ alert, person }: AlertViewProps): ReactElement {
  const { subject, alertId } = alert;
  return (
    <>
      <PageTitle caption={`${alert.authorityName}, reference ${alert.reference}`}>
        {subject === null ? "Practice alert" : `${subject.givenNames} ${subject.familyName} was looked up`}
      </PageTitle>
      {alert.isDrill && (
        <p>
          <Tag colour="blue">Practice</Tag> There is no child. Take it as if there were, so that everybody
          knows that alerts reach you.
        </p>
      )}
      <WhatToDo alert={alert} person={person} />
      <SameCall alert={alert} />
      <WhoAsked views={alert.views} />
      {subject !== null && <TheChild alert={alert} subject={subject} />}
      {person.mayTake && !alert.isDrill && (
        <Conversation alertId={alertId} partner="the crew" side="duty" messages={alert.messages} />
      )}
      {subject !== null && <SeenElsewhere alert={alert} />}
      <WhatHappened events={alert.events} />
      <HowItWasTold attempts={alert.attempts} />
    </>
  );
}

interface TheChildProps {
  readonly alert: AlertDetail;
  readonly subject: NonNullable<AlertDetail["subject"]>;
}

function TheChild({ alert, subject }: TheChildProps): ReactElement {
  return (
    <>
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
      <p>
        <a href={`/duty/children/${subject.subjectId}`}>The child’s chronology, to read, print or download</a>
      </p>
      <PlansOfChild plans={subject.plans} authorityName={alert.authorityName} />
    </>
  );
}
