import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { FeedReportView } from "./feed-report-view";
import { caller } from "@/app/_trpc/server";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { FeedId } from "@/server/vocabulary/ids";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "What became of a list" };

interface FeedPageProps {
  readonly params: Promise<{ readonly feedId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function FeedPage({ params, searchParams }: FeedPageProps): Promise<ReactElement> {
  const feedId = FeedId.safeParse((await params).feedId);
  if (!feedId.success) notFound();
  const isRepeat = "repeat" in (await searchParams);

  return (
    <SignedInPage path={`/feeds/${feedId.data}`} needs={["feed:read"]} wide>
      {({ role }) => (
        <Report feedId={feedId.data} isRepeat={isRepeat} mayCorrect={mayDo(role, "register:correct")} />
      )}
    </SignedInPage>
  );
}

interface ReportProps {
  readonly feedId: FeedId;
  readonly isRepeat: boolean;
  readonly mayCorrect: boolean;
}

async function Report({ feedId, ...view }: ReportProps): Promise<ReactElement> {
  return <FeedReportView report={await readReport(feedId)} {...view} />;
}

async function readReport(feedId: FeedId): Promise<FeedReport> {
  try {
    return await (await caller()).feed.report({ feedId });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
