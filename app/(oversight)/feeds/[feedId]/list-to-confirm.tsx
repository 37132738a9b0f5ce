import type { ReactElement } from "react";
import { ConfirmForm } from "./confirm-form";
import { FeedCountsList } from "./feed-counts-list";
import { FeedEffects } from "./feed-effects";
import { FileNotes } from "./file-notes";
import { RowProblems } from "./row-problems";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { FeedReport } from "@/server/domain/register/show-feed";

interface ListToConfirmProps {
  readonly report: FeedReport;
  readonly mayCorrect: boolean;
}

/** What a list would do, before anything is done. */
export function ListToConfirm({ report, mayCorrect }: ListToConfirmProps): ReactElement {
  return (
    <>
      <NotificationBanner
        tone={report.state === "held" ? "problem" : "information"}
        title={report.state === "held" ? "Held until a person confirms" : "Nothing has been changed yet"}
      >
        <p>
          {report.stateReason ?? "This is what the list would do. Look at it, then apply it or discard it."}
        </p>
      </NotificationBanner>
      <FileNotes report={report} />
      <FeedCountsList counts={report.counts} />
      {mayCorrect && report.version !== null && (
        <ConfirmForm feedId={report.feedId} version={report.version} leaving={leavingOf(report)} />
      )}
      <RowProblems feedId={report.feedId} problems={report.problems} total={report.problemCount} />
      <FeedEffects effects={report.effects} />
    </>
  );
}

function leavingOf({ counts }: FeedReport): number {
  return counts.ended + counts.deleted;
}
