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
export function AppliedList({ report, isRepeat }: AppliedListProps): ReactElement {
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
      <RowProblems problems={report.problems} total={report.problemCount} />
      <MissingPlans plans={report.missing} counted={counts.missing} />
      <FeedEffects effects={report.effects.filter(({ effect }) => effect !== "missing")} />
    </>
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
