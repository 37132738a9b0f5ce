import type { ReactElement } from "react";
import { ageInWords } from "./age-in-words";
import { bundleAlerts } from "./bundle-alerts";
import { Card } from "@/app/_ui/card";
import { Tag } from "@/app/_ui/tag";
import type { ListedAlert } from "@/server/domain/alert/list-alerts";
import { alertOutcomes, alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";
import { missedInWords } from "@/server/vocabulary/missed-appointment";

interface AlertListProps {
  readonly alerts: readonly ListedAlert[];
  readonly now: Date;
}

/**
 * One block an alert: whose child, who asked, how long it has waited or who took it. Those of one call stand together. No
 * name of a child.
 */
export function AlertList({ alerts, now }: AlertListProps): ReactElement {
  return (
    <ul className="list-none p-0 m-0">
      {bundleAlerts(alerts).map(({ key, words, alerts: own }) =>
        words === "" ? (
          own.map((alert) => <Listed key={alert.alertId} alert={alert} now={now} />)
        ) : (
          <li key={key} className="alert-bundle">
            <p className="alert-bundle__words">{words}</p>
            <ul className="list-none p-0 m-0">
              {own.map((alert) => (
                <Listed key={alert.alertId} alert={alert} now={now} />
              ))}
            </ul>
          </li>
        ),
      )}
    </ul>
  );
}

function Listed({ alert, now }: { readonly alert: ListedAlert; readonly now: Date }): ReactElement {
  return (
    <li className="mb-4">
      <Card>
        <h3 className="nhsuk-heading-s mb-2">
          <a href={`/duty/alerts/${alert.alertId}`}>
            {alert.isDrill
              ? "Practice alert"
              : `${alert.careSettingName ?? ""}, ${alert.organisationName ?? ""}`}
          </a>
        </h3>
        {alert.missed !== null && (
          <p className="mb-2">
            <strong>The child {missedInWords(alert.missed)}</strong>
            {alert.missed.count > 1 && `, and ${String(alert.missed.count - 1)} more reported`}.
          </p>
        )}
        <p className="mb-2">
          {alert.authorityName}. Reference {alert.reference}.
        </p>
        <p className="mb-0">
          <AlertState alert={alert} now={now} />
        </p>
      </Card>
    </li>
  );
}

function AlertState({ alert, now }: { readonly alert: ListedAlert; readonly now: Date }): ReactElement {
  const { progress, raisedAt } = alert;
  switch (progress.stage) {
    case "closed":
      return (
        <>
          <Tag colour="grey">Closed</Tag> {outcomeInWords(progress.outcome)} Raised {formatDateTime(raisedAt)}
          .
        </>
      );
    case "withdrawn":
      return <Withdrawn alert={alert} />;
    case "taken":
      return (
        <>
          <Tag colour="green">Taken</Tag> by {progress.takenBy}
          {progress.heldSince && ` at ${formatTime(progress.heldSince)}`}. {promiseInWords(progress)}Raised{" "}
          {formatDateTime(raisedAt)}.
        </>
      );
    case "raised":
    case "notified":
    case "shown":
    case "opened":
    case "unreached":
      return <Waiting alert={alert} now={now} />;
  }
}

function Withdrawn({ alert: { kind, raisedAt } }: { readonly alert: ListedAlert }): ReactElement {
  const why = kind === "look-up" ? "Wrong child." : "Reported by mistake.";
  return (
    <>
      <Tag colour="grey">Withdrawn</Tag> {why} Raised {formatDateTime(raisedAt)}.
    </>
  );
}

function Waiting({
  alert: { progress, raisedAt },
  now,
}: {
  readonly alert: ListedAlert;
  readonly now: Date;
}) {
  if (progress.deferredUntil !== undefined) {
    return (
      <>
        <Tag colour="blue">For the office</Tag> Raised {formatDateTime(raisedAt)}. {progress.reasonWaiting}
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

function promiseInWords({ promisedFor, offeredTo }: ListedAlert["progress"]): string {
  const promise = promisedFor ? `Rings back by ${formatTime(promisedFor)}. ` : "";
  return offeredTo ? `${promise}Handed to ${offeredTo.name}, not accepted yet. ` : promise;
}

function outcomeInWords(outcome: string | undefined): string {
  const known = alertOutcomes.find((one) => one === outcome);
  return known === undefined ? "" : `${alertOutcomeWords[known]}.`;
}
