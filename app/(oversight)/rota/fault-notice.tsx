import type { ReactElement } from "react";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { NamedFault } from "@/server/domain/rota/find-rota-faults";

const mostShown = 5;

/** What is wrong with a rota in the next 28 days, before anything else on the page. */
export function FaultNotice({ faults }: { readonly faults: readonly NamedFault[] }): ReactElement {
  if (faults.length === 0) {
    return <p>No gap and nobody in two places in the next 28 days.</p>;
  }
  const shown = faults.slice(0, mostShown);
  const more = faults.slice(mostShown);
  return (
    <NotificationBanner tone="problem" title={titleOf(faults.length)}>
      <FaultList faults={shown} />
      {more.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{more.length} more</span>
          </summary>
          <div className="nhsuk-details__text">
            <FaultList faults={more} />
          </div>
        </details>
      )}
    </NotificationBanner>
  );
}

function titleOf(count: number): string {
  return `The next 28 days: ${count === 1 ? "1 problem" : `${count} problems`}`;
}

function FaultList({ faults }: { readonly faults: readonly NamedFault[] }): ReactElement {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {faults.map(({ words }) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
