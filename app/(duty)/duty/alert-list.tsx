import type { ReactElement } from "react";
import { ageInWords } from "./age-in-words";
import { Card } from "@/app/_ui/card";
import { Tag } from "@/app/_ui/tag";
import type { ListedAlert } from "@/server/domain/alert/list-alerts";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

interface AlertListProps {
  readonly alerts: readonly ListedAlert[];
  readonly now: Date;
}

/** One block an alert: whose child, who asked, how long it has waited or who took it. No name of a child. */
export function AlertList({ alerts, now }: AlertListProps): ReactElement {
  return (
    <ul className="list-none p-0 m-0">
      {alerts.map((alert) => (
        <li key={alert.alertId} className="mb-4">
          <Card>
            <h3 className="nhsuk-heading-s mb-2">
              <a href={`/duty/alerts/${alert.alertId}`}>
                {alert.careSettingName}, {alert.organisationName}
              </a>
            </h3>
            <p className="mb-2">
              {alert.authorityName}. Reference {alert.reference}.
            </p>
            <p className="mb-0">
              <AlertState alert={alert} now={now} />
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function AlertState({ alert, now }: { readonly alert: ListedAlert; readonly now: Date }): ReactElement {
  const { progress, raisedAt } = alert;
  if (progress.takenAt !== undefined) {
    return (
      <>
        <Tag colour="green">Taken</Tag> by {progress.takenBy} at {formatTime(progress.takenAt)}. Raised{" "}
        {formatDateTime(raisedAt)}.
      </>
    );
  }
  const isUnreached = progress.stage === "unreached";
  return (
    <>
      <Tag colour={isUnreached ? "red" : "yellow"}>{isUnreached ? "Nobody reached" : "Waiting"}</Tag>{" "}
      <strong>{ageInWords(raisedAt, now)}</strong>, since {formatDateTime(raisedAt)}. {progress.reasonWaiting}
    </>
  );
}
