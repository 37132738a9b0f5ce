import Link from "next/link";
import type { ReactElement } from "react";
import { FeedCountsList } from "./feed-counts-list";
import { MissingPlans } from "./missing-plans";
import { RowProblems } from "./row-problems";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { fileAnswerWords } from "@/server/vocabulary/feed-answer";
import { formatDateTime } from "@/server/vocabulary/london-time";

interface FeedReportViewProps {
  readonly report: FeedReport;
  readonly isRepeat: boolean;
}

/** What became of one list: in one sentence, in figures, and row by row. */
export function FeedReportView({ report, isRepeat }: FeedReportViewProps): ReactElement {
  return (
    <>
      <p>
        <Link href="/feeds" prefetch={false}>
          All lists
        </Link>
      </p>
      <PageTitle caption={report.authorityName}>List number {report.sequence}</PageTitle>
      <ReportBanner report={report} isRepeat={isRepeat} />
      <p>
        Received {formatDateTime(report.receivedAt)} from {report.sentBy ?? "the authority’s system"}. Answer:{" "}
        {report.fileAnswer}.
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {report.gap > 0 && <p>{gapInWords(report.gap)}</p>}
      <FeedCountsList counts={report.counts} />
      <RowProblems problems={report.problems} total={report.problemCount} />
      <MissingPlans plans={report.missing} counted={report.counts.missing} />
    </>
  );
}

function ReportBanner({ report: { fileAnswer, counts }, isRepeat }: FeedReportViewProps): ReactElement {
  if (isRepeat) {
    return (
      <NotificationBanner title="Sent before">
        <p>This list was received before, byte for byte. Nothing was changed.</p>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner
      tone={fileAnswer === "CPF02" ? "success" : "problem"}
      title={fileAnswerWords[fileAnswer]}
    >
      <p>{nextStep(counts)}</p>
    </NotificationBanner>
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

function gapInWords(gap: number): string {
  const what = gap === 1 ? "One sequence number was" : `${gap} sequence numbers were`;
  return `${what} skipped before this list. Check whether a list was lost on its way.`;
}
