import type { ReactElement } from "react";
import { CheckNow } from "./check-now";
import { PersonReach } from "./person-reach";
import { EmptyState } from "@/app/_ui/empty-state";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { ShownReach } from "@/server/domain/reach/show-reach";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** One team: what is wrong first, then everybody on its coming rota, then when that was looked at. */
export function TeamReach({ shown }: { readonly shown: ShownReach }): ReactElement {
  const { team, people, gaps, isUnderWay } = shown;
  const heading = `team-${team.teamId}`;
  return (
    <section aria-labelledby={heading}>
      <h2 className="nhsuk-heading-m" id={heading}>
        {team.name}
      </h2>
      {gaps.length > 0 && (
        <NotificationBanner tone="problem" title="Nobody is first on call">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {gaps.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      <p>
        <strong>{summaryOf(shown)}</strong> {newestInWords(shown)}
      </p>
      {people.length === 0 ? (
        <EmptyState title="Nobody is on the rota until the end of tomorrow" />
      ) : (
        <ul className="reach-list">
          {people.map((person) => (
            <PersonReach key={person.personId} person={person} />
          ))}
        </ul>
      )}
      <CheckNow teamId={team.teamId} teamName={team.name} isUnderWay={isUnderWay} />
    </section>
  );
}

function summaryOf({ people }: ShownReach): string {
  const sure = people.filter(({ found }) => found?.level === "reachable").length;
  if (people.length === 0) return "";
  if (sure === people.length)
    return people.length === 1 ? "One person, who can be reached." : `All ${String(sure)} can be reached.`;
  return `${String(sure)} of ${String(people.length)} can surely be reached.`;
}

const causes = {
  evening: "the evening’s check",
  shift: "before a shift",
  asked: "asked for by hand",
} as const;

function newestInWords({ newest }: ShownReach): string {
  if (newest === null) return "This rota has not been looked at yet.";
  const { doneAt, reason, managersTold } = newest;
  const told = managersTold === 0 ? "" : ` Managers who were told: ${String(managersTold)}.`;
  return `Last looked at on ${formatDateTime(doneAt)}: ${causes[reason]}.${told}`;
}
