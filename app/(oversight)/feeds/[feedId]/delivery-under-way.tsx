import type { ReactElement } from "react";
import { DiscardForm } from "./discard-form";
import { LiveProgress } from "./live-progress";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { FeedReport } from "@/server/domain/register/show-feed";

interface DeliveryUnderWayProps {
  readonly report: FeedReport;
  readonly mayCorrect: boolean;
}

/** A list that a worker reads at this moment, or that waits for demographics. Leaving the page loses nothing. */
export function DeliveryUnderWay({ report, mayCorrect }: DeliveryUnderWayProps): ReactElement {
  const { feedId, state, stateReason } = report;
  return (
    <>
      {state === "waiting" && (
        <NotificationBanner title="Waiting for demographics (CPF05)">
          <p>{stateReason}</p>
        </NotificationBanner>
      )}
      <LiveProgress feedId={feedId} shownState={state} />
      <p>
        You can leave this page: the work goes on, and you find the list here and under “All lists”. The
        register stays as it was until the whole list is applied.
      </p>
      {state === "waiting" && mayCorrect && <DiscardForm feedId={feedId} />}
    </>
  );
}
