import type { ReactElement } from "react";
import { CloseForm } from "./close-form";
import { OwnAlert } from "./own-alert";
import { Reopen } from "./reopen";
import { TakeAlert } from "./take-alert";
import { TakeOver } from "./take-over";
import { otherSide } from "@/app/(duty)/duty/other-side";
import { LiveLine } from "@/app/_ui/live-line";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { Colleague } from "@/server/domain/alert/hold/list-colleagues";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { alertOutcomes, alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import type { PersonId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

export interface Person {
  readonly personId: PersonId;
  /** Is on the duty side, and may take and answer alerts. */
  readonly mayTake: boolean;
  /** To whom an own alert could be handed. */
  readonly colleagues: readonly Colleague[];
}

interface WhatToDoProps {
  readonly alert: AlertDetail;
  readonly person: Person;
}

/** How far the alert has come, and what whoever looks can do about it now. */
export function WhatToDo({ alert, person }: WhatToDoProps): ReactElement {
  const { progress, alertId } = alert;
  const { stage } = progress;
  const isWaiting = stage !== "taken" && stage !== "closed" && stage !== "withdrawn";
  return (
    <>
      <TakeAlert alertId={alertId} progress={progress} isWaiting={isWaiting} mayTake={person.mayTake} />
      {stage === "taken" && <Taken alert={alert} person={person} />}
      {stage === "closed" && <Closed alert={alert} person={person} />}
      {stage === "withdrawn" && <Withdrawn alert={alert} person={person} />}
    </>
  );
}

function Taken({ alert, person }: WhatToDoProps): ReactElement {
  const { alertId, progress, isOwn } = alert;
  const holder = progress.takenBy ?? "a colleague";
  return (
    <>
      <LiveLine tone="done">
        {isOwn && "You have this alert. "}Taken by {holder}
        {progress.heldSince && ` at ${formatTime(progress.heldSince)}`}. The {otherSide[alert.kind]} can see
        this.
      </LiveLine>
      {isOwn && (
        <OwnAlert alertId={alertId} kind={alert.kind} progress={progress} colleagues={person.colleagues} />
      )}
      {!isOwn && person.mayTake && (
        <TakeOver
          alertId={alertId}
          holder={holder}
          isOffered={progress.offeredTo?.personId === person.personId}
        />
      )}
    </>
  );
}

function Closed({ alert: { alertId, progress }, person }: WhatToDoProps): ReactElement {
  const outcome = alertOutcomes.find((one) => one === progress.outcome);
  return (
    <>
      <LiveLine tone="done">
        Closed{progress.closedAt && ` at ${formatTime(progress.closedAt)}`}:{" "}
        {outcome === undefined ? "done" : alertOutcomeWords[outcome]}.
      </LiveLine>
      {person.mayTake && <Reopen alertId={alertId} />}
    </>
  );
}

function Withdrawn({ alert: { alertId, kind }, person }: WhatToDoProps): ReactElement {
  return (
    <>
      {kind === "look-up" ? (
        <NotificationBanner title="The crew asked about the wrong child">
          Nobody needs to take this. The look at the record and the retraction both stay on record.
        </NotificationBanner>
      ) : (
        <NotificationBanner title="The clinic reported this by mistake">
          Nobody needs to take this. The report and its withdrawal both stay on record.
        </NotificationBanner>
      )}
      {person.mayTake && <CloseForm alertId={alertId} kind={kind} />}
    </>
  );
}
