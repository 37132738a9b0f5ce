import type { ReactElement } from "react";
import { HowItWasTold } from "./how-it-was-told";
import { PlansOfChild } from "./plans-of-child";
import { SameCall } from "./same-call";
import { SeenElsewhere } from "./seen-elsewhere";
import { WhatHappened } from "./what-happened";
import { WhatToDo, type Person } from "./what-to-do";
import { WhoAsked } from "./who-asked";
import { WhoReported } from "./who-reported";
import { otherSide } from "@/app/(duty)/duty/other-side";
import { Conversation } from "@/app/_messages/conversation";
import { PageTitle } from "@/app/_ui/page-title";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { countAppointments, missedInWords } from "@/server/vocabulary/missed-appointment";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { concernOf } from "@/server/vocabulary/plan-kind";

interface AlertViewProps {
  readonly alert: AlertDetail;
  /** Who looks, and what they may do. */
  readonly person: Person;
}

/** One alert: take it, ring back, know the child, talk to the crew, see what happened. */
export function AlertView({ alert, person }: AlertViewProps): ReactElement {
  const { subject, alertId } = alert;
  const isReport = alert.kind === "was-not-brought";
  return (
    <>
      <PageTitle caption={`${alert.authorityName}, reference ${alert.reference}`}>{titleOf(alert)}</PageTitle>
      {alert.isDrill && (
        <p>
          <Tag colour="blue">Practice</Tag> There is no child. Take it as if there were, so that everybody
          knows that alerts reach you.
        </p>
      )}
      <WhatToDo alert={alert} person={person} />
      {isReport ? (
        <WhoReported missed={alert.missed} />
      ) : (
        <>
          <SameCall alert={alert} />
          <WhoAsked views={alert.views} />
        </>
      )}
      {subject !== null && <TheChild alert={alert} subject={subject} />}
      {person.mayTake && !alert.isDrill && (
        <Conversation
          alertId={alertId}
          partner={`the ${otherSide[alert.kind]}`}
          side="duty"
          messages={alert.messages}
        />
      )}
      {subject !== null && <SeenElsewhere alert={alert} />}
      <WhatHappened events={alert.events} kind={alert.kind} />
      <HowItWasTold attempts={alert.attempts} />
    </>
  );
}

/** Whose alert, and what happened: "Robin Example was not brought to a dental appointment on 12 November 2026". */
function titleOf({ subject, kind, missed, views }: AlertDetail): string {
  if (subject === null) return "Practice alert";
  const who = `${subject.givenNames} ${subject.familyName}`;
  const isUnborn = concernOf(subject.plans) === "unborn";
  if (kind === "look-up") {
    const what = views.some(({ arrivedAt }) => arrivedAt !== null) ? "has arrived" : "was looked up";
    return isUnborn ? `About the unborn child of ${who}, who ${what}` : `${who} ${what}`;
  }
  const standing = missed.filter(({ isTakenBack }) => !isTakenBack);
  const newest = standing.at(-1) ?? missed.at(-1);
  const count = countAppointments(standing);
  if (count > 1) return `${who} missed ${String(count)} appointments`;
  return `${who} ${newest === undefined ? "missed an appointment" : missedInWords(newest)}`;
}

interface TheChildProps {
  readonly alert: AlertDetail;
  readonly subject: NonNullable<AlertDetail["subject"]>;
}

function TheChild({ alert, subject }: TheChildProps): ReactElement {
  const concern = concernOf(subject.plans);
  return (
    <>
      <h2 className="nhsuk-heading-m">{concern === "unborn" ? "The mother" : "The child"}</h2>
      {concern !== "person" && (
        <p>
          <strong>
            {concern === "unborn" ? "This is about" : "This is also about"} the unborn child of{" "}
            {subject.givenNames} {subject.familyName}.
          </strong>{" "}
          Name, date of birth and NHS number are hers.
        </p>
      )}
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
        <a href={`/duty/children/${subject.subjectId}`}>
          {concern === "unborn" ? "The chronology under her number" : "The child’s chronology"}, to read,
          print or download
        </a>
      </p>
      <PlansOfChild plans={subject.plans} authorityName={alert.authorityName} />
    </>
  );
}
