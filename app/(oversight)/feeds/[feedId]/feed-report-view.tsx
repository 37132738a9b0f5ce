import Link from "next/link";
import type { ReactElement } from "react";
import { AppliedList } from "./applied-list";
import { DeliveryUnderWay } from "./delivery-under-way";
import { ListToConfirm } from "./list-to-confirm";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { feedStateWords, isUnderWay, isUnsettled } from "@/server/vocabulary/feed-state";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface FeedReportViewProps {
  readonly report: FeedReport;
  readonly isRepeat: boolean;
  /** Whether the person may confirm, discard and undo. */
  readonly mayCorrect: boolean;
}

/** One delivery, from the moment that it came. */
export function FeedReportView(props: FeedReportViewProps): ReactElement {
  const { report, isRepeat } = props;
  return (
    <>
      <p>
        <Link href="/feeds" prefetch={false}>
          All lists
        </Link>
      </p>
      <PageTitle caption={report.authorityName}>
        {report.sequence === null ? "One plan, told between two lists" : `List number ${report.sequence}`}
      </PageTitle>
      {isRepeat && (
        <NotificationBanner title="Sent before">
          <p>This list was received before, byte for byte. Nothing was changed.</p>
        </NotificationBanner>
      )}
      <ByState {...props} />
      <p>
        Received {formatDateTime(report.receivedAt)} from {report.sentBy ?? "the authority’s system"}.
        {report.confirmedBy !== null && ` Confirmed by ${report.confirmedBy}.`}
        {report.fileAnswer !== null && ` Answer: ${report.fileAnswer}.`}
      </p>
    </>
  );
}

function ByState(props: FeedReportViewProps): ReactElement {
  const { state } = props.report;
  if (isUnderWay(state) || state === "waiting") return <DeliveryUnderWay {...props} />;
  if (isUnsettled(state)) return <ListToConfirm {...props} />;
  return state === "applied" ? <AppliedList {...props} /> : <NotApplied {...props} />;
}

function NotApplied({ report }: FeedReportViewProps): ReactElement {
  const { state, stateReason, undoneBy, undoneAt } = report;
  return (
    <NotificationBanner
      tone={state === "unreadable" ? "problem" : "information"}
      title={feedStateWords[state]}
    >
      <p>{stateReason ?? "This list has no effect."}</p>
      {undoneBy !== null && undoneAt !== null && (
        <p>
          Undone by {undoneBy}, {formatDateTime(undoneAt)}.
        </p>
      )}
    </NotificationBanner>
  );
}
