import Link from "next/link";
import type { ReactElement } from "react";
import { FeedCountsList } from "./feed-counts-list";
import { FeedEffects } from "./feed-effects";
import { FileNotes } from "./file-notes";
import { MissingPlans } from "./missing-plans";
import { RowProblems } from "./row-problems";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { fileAnswerWords } from "@/server/vocabulary/feed-answer";

interface AppliedListProps {
  readonly report: FeedReport;
  readonly isRepeat: boolean;
  readonly mayCorrect: boolean;
}

/** What became of one list: in one sentence, in figures, and row by row. */
export function AppliedList({ report, isRepeat, mayCorrect }: AppliedListProps): ReactElement {
  const { counts, fileAnswer } = report;
  return (
    <>
      {!isRepeat && (
        <NotificationBanner
          tone={fileAnswer === "CPF02" ? "success" : "problem"}
          title={fileAnswer === null ? "Applied" : fileAnswerWords[fileAnswer]}
        >
          <p>{nextStep(counts)}</p>
        </NotificationBanner>
      )}
      <FileNotes report={report} />
      <FeedCountsList counts={counts} />
      <RowProblems feedId={report.feedId} problems={report.problems} total={report.problemCount} />
      {counts.rejected > 0 && report.problems.length === 0 && (
        <p>Which rows they were is kept for 90 days after a list was received, and no longer.</p>
      )}
      <MissingPlans
        feedId={report.feedId}
        plans={report.missing}
        counted={counts.missing}
        mayCorrect={mayCorrect}
      />
      <FeedEffects effects={report.effects.filter(({ effect }) => effect !== "missing")} />
      {mayCorrect && <WaysOn report={report} />}
    </>
  );
}

/** What a person may do about it afterwards. */
function WaysOn({
  report: { feedId, kind, isNewest, counts },
}: Pick<AppliedListProps, "report">): ReactElement | null {
  if (kind === "plan" && counts.loaded === 0) {
    return (
      <p>
        <Link href={`/feeds/plan?from=${feedId}`} prefetch={false}>
          Put it right and tell it again
        </Link>
      </p>
    );
  }
  if (!isNewest) return null;
  return (
    <p>
      <Link href={`/feeds/${feedId}/undo`} prefetch={false}>
        Undo this list
      </Link>{" "}
      if it should not have been applied. You see the effect first.
    </p>
  );
}

function nextStep({ rows, rejected, missing }: FeedReport["counts"]): string {
  if (rows === 0)
    return "The list has no rows. The register keeps all it held. Export the list again and send it.";
  if (rejected > 0) {
    return "Mend the rows below in your own system and send the whole list again under the next number. Until then the register keeps what it held for them.";
  }
  if (missing > 0) return "Plans that the list does not name stay in force: see below.";
  return "The register agrees with this list.";
}
